package org.huiwu.gateway.web;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.stripPrefix;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.util.List;
import org.huiwu.gateway.GatewayProperties;
import org.huiwu.gateway.token.TokenMint;
import org.huiwu.platform.door.web.BodyLimit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.server.mvc.filter.CircuitBreakerFilterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// `/api/<service>/rest` goes to `<service>/rest` with a token for that service. A service that
/// fails or is too slow opens its own circuit and no other's. What was added first is outermost:
/// the circuit hears of a failure only when no instance was left to ask.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayProperties.class)
class ServiceRoutes {
  private static final int API_SEGMENTS = 2;
  private static final String NOTIFICATION = "notification";
  private static final String STREAM = "/api/notification/conferences/*/stream";

  /// The live stream stays open for hours: the time limit of its circuit is for the first word
  /// only.
  @Bean
  @Order(0)
  RouterFunction<ServerResponse> routeToStream(
      GatewayProperties properties, TokenMint tokens, LiveLines lines) {
    return route("stream")
        .route(GET(STREAM), http())
        .before(stripPrefix(API_SEGMENTS))
        .before(new TokenForService(tokens, NOTIFICATION))
        .filter(HangingUp.whenThePageHasGone(lines))
        .filter(circuit("stream", NOTIFICATION))
        .filter(new ToAnInstance(instances(properties, NOTIFICATION)))
        .build();
  }

  @Bean
  @Order(1)
  RouterFunction<ServerResponse> routeToEachService(
      GatewayProperties properties, TokenMint tokens, Problems problems) {
    var all = RouterFunctions.route();
    properties
        .services()
        .keySet()
        .forEach(name ->
            all.add(
                route(name)
                    .route(path("/api/" + name + "/**"), http())
                    .before(stripPrefix(API_SEGMENTS))
                    .before(new TokenForService(tokens, name))
                    .filter(circuitOf(name))
                    .filter(tooLargeAfterAll(problems))
                    .filter(new ToAnInstance(instances(properties, name)))
                    .build()));
    return all.build();
  }

  /// A body that turns out too large is its sender's fault: no failure of the service's circuit.
  static HandlerFilterFunction<ServerResponse, ServerResponse> tooLargeAfterAll(Problems problems) {
    return (request, next) -> {
      try {
        return next.handle(request);
      } catch (Exception e) {
        var refusal = LimitedBodies.refusal(request.servletRequest());
        if (refusal.isEmpty()) {
          throw e;
        }
        return problems.response(refusal.get(), request.servletRequest());
      }
    };
  }

  /// Files have a circuit of their own: their time limit is for slow lines.
  private static HandlerFilterFunction<ServerResponse, ServerResponse> circuitOf(String service) {
    var files = circuit(service + "-upload", service);
    var rest = circuit(service, service);
    return (request, next) ->
        (BodyLimit.isUpload(request.servletRequest()) ? files : rest).filter(request, next);
  }

  static HandlerFilterFunction<ServerResponse, ServerResponse> circuit(String id, String service) {
    return CircuitBreakerFilterFunctions.circuitBreaker(
        c -> c.setId(id).setFallbackUri("forward:/unavailable/" + service));
  }

  static Instances instances(GatewayProperties properties, String name) {
    var addresses = properties.services().getOrDefault(name, List.of());
    if (addresses.isEmpty()) {
      throw new IllegalStateException("huiwu.gateway.services." + name + " is not set");
    }
    return new Instances(addresses);
  }
}
