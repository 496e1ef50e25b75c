package org.huiwu.gateway.web;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/// Refusals of what stands before the controllers, as problems.
@Configuration(proxyBeanMethods = false)
class Refusals {

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverRefusals(Problems problems) {
    return server ->
        server.addContextCustomizers(
            context -> context.getParent().getPipeline().addValve(new ServerRefusals(problems)));
  }

  @Bean
  RequestRejectedHandler rejectedAddresses(Problems problems) {
    return (request, response, _) ->
        problems.write(Problem.of(HttpStatus.BAD_REQUEST, "malformed"), request, response);
  }
}
