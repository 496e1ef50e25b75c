package org.huiwu.gateway.web;

import org.huiwu.platform.door.web.CallersLanguage;
import org.huiwu.platform.door.web.ServerRefusals;
import org.huiwu.platform.door.web.StrictJson;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.LocaleResolver;

/// Refusals of what stands before the controllers, as problems; and what the controllers take.
@Configuration(proxyBeanMethods = false)
class Refusals {

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverRefusals(Problems problems) {
    return ServerRefusals.saidIn((status, request) -> problems.text(Problems.of(status), request));
  }

  @Bean
  RequestRejectedHandler rejectedAddresses(Problems problems) {
    return (request, response, _) ->
        problems.write(Problem.of(HttpStatus.BAD_REQUEST, "malformed"), request, response);
  }

  @Bean
  LocaleResolver localeResolver() {
    return new CallersLanguage();
  }

  @Bean
  JsonMapperBuilderCustomizer strictBodies() {
    return StrictJson::in;
  }
}
