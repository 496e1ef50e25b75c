package org.huiwu.accommodation;

import org.huiwu.platform.web.DerivesManifests;
import org.huiwu.platform.web.HuiwuService;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// Hotels, rooms, holds and lodging: who sleeps where, and which nights. Derives `rooming:<hotel>`.
@HuiwuService
@DerivesManifests
public class AccommodationApplication {

  public static void main(String[] arguments) {
    new SpringApplicationBuilder(AccommodationApplication.class)
        .properties("spring.config.name=accommodation")
        .run(arguments);
  }
}
