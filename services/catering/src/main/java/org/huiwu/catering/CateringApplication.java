package org.huiwu.catering;

import org.huiwu.platform.web.DerivesManifests;
import org.huiwu.platform.web.HuiwuService;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// Catering: meals and diets, and from them the meal orders that kitchens cook by.
@HuiwuService
@DerivesManifests
public class CateringApplication {

  public static void main(String[] args) {
    new SpringApplicationBuilder(CateringApplication.class)
        .properties("spring.config.name=catering")
        .run(args);
  }
}
