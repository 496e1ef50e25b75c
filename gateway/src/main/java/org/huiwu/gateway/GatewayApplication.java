package org.huiwu.gateway;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// The one door: `/api/<service>/...` to the services, each behind a circuit breaker and a time
/// limit.
@SpringBootApplication
public class GatewayApplication {
  public static void main(String[] args) {
    new SpringApplicationBuilder(GatewayApplication.class)
        .properties("spring.config.name=gateway")
        .run(args);
  }
}
