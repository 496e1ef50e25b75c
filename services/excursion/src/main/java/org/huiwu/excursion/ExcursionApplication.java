package org.huiwu.excursion;

import org.huiwu.platform.web.DerivesManifests;
import org.huiwu.platform.web.HuiwuService;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// Excursions: routes, stops, who goes where on which bus, and the sites' lists.
@HuiwuService
@DerivesManifests
public class ExcursionApplication {

  public static void main(String[] args) {
    new SpringApplicationBuilder(ExcursionApplication.class)
        .properties("spring.config.name=excursion")
        .run(args);
  }
}
