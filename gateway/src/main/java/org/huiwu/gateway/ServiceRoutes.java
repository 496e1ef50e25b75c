package org.huiwu.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.stripPrefix;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.net.URI;
import java.util.Map;
import org.huiwu.gateway.web.HangingUp;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.server.mvc.filter.CircuitBreakerFilterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// `/api/<service>/rest` goes to `<service>/rest`. A service that fails or is too slow opens its
/// own circuit and no other's.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayProperties.class)
class ServiceRoutes {
  private static final int API_SEGMENTS = 2;
  private static final String STREAM = "/api/notification/conferences/*/stream";

  /// The live stream stays open for hours: the time limit of its circuit is for the first word
  /// only.
  @Bean
  @Order(0)
  RouterFunction<ServerResponse> routeToStream(GatewayProperties properties) {
    return route("stream")
        .route(GET(STREAM), http())
        .before(uri(address(properties.services(), "notification")))
        .before(stripPrefix(API_SEGMENTS))
        .filter(HangingUp.whenThePageHasGone())
        .filter(circuit("stream", "notification"))
        .build();
  }

  @Bean
  @Order(1)
  RouterFunction<ServerResponse> routeToEachService(GatewayProperties properties) {
    var all = RouterFunctions.route();
    properties
        .services()
        .forEach((name, uri) ->
            all.add(
                route(name)
                    .route(path("/api/" + name + "/**"), http())
                    .before(uri(uri))
                    .before(stripPrefix(API_SEGMENTS))
                    .filter(circuit(name, name))
                    .build()));
    return all.build();
  }

  private static HandlerFilterFunction<ServerResponse, ServerResponse> circuit(
      String id, String service) {
    return CircuitBreakerFilterFunctions.circuitBreaker(
        c -> c.setId(id).setFallbackUri("forward:/unavailable/" + service));
  }

  private static URI address(Map<String, URI> services, String name) {
    var address = services.get(name);
    if (address == null) {
      throw new IllegalStateException("huiwu.gateway.services." + name + " is not set");
    }
    return address;
  }
}
