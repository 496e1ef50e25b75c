package org.huiwu.registration;

import org.huiwu.platform.web.HuiwuService;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// The registration service by itself.
@HuiwuService
public class RegistrationApplication {

  public static void main(String[] arguments) {
    new SpringApplicationBuilder(RegistrationApplication.class)
        .properties("spring.config.name=registration")
        .run(arguments);
  }
}
