package org.huiwu.venue;

import org.huiwu.platform.web.DerivesManifests;
import org.huiwu.platform.web.HuiwuService;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// Venue: sessions and their halls, and from them the seats that each delegation needs.
@HuiwuService
@DerivesManifests
public class VenueApplication {

  public static void main(String[] args) {
    new SpringApplicationBuilder(VenueApplication.class)
        .properties("spring.config.name=venue")
        .run(args);
  }
}
