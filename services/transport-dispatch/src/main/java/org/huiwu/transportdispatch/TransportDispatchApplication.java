package org.huiwu.transportdispatch;

import org.huiwu.platform.web.DerivesManifests;
import org.huiwu.platform.web.HuiwuService;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// The transport and dispatch service.
@HuiwuService
@DerivesManifests
public class TransportDispatchApplication {

  public static void main(String[] args) {
    new SpringApplicationBuilder(TransportDispatchApplication.class)
        .properties("spring.config.name=transport-dispatch")
        .run(args);
  }
}
