package org.huiwu.platform.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.huiwu.platform.door.web.CallersLanguage;
import org.huiwu.platform.door.web.ServerRefusals;
import org.huiwu.platform.door.web.StrictJson;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.platform.web.access.AccessConfiguration;
import org.huiwu.platform.web.command.CommandConfiguration;
import org.huiwu.platform.web.command.CommandDocumentation;
import org.huiwu.platform.web.documentation.DocumentationConfiguration;
import org.huiwu.platform.web.preview.PreviewConfiguration;
import org.huiwu.platform.web.problem.ErrorsAsProblems;
import org.huiwu.platform.web.problem.ProblemException.Malformed;
import org.huiwu.platform.web.problem.Problems;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/// What the doors of all services share.
@Configuration(proxyBeanMethods = false)
@Import({
  AccessConfiguration.class,
  CommandConfiguration.class,
  CommandDocumentation.class,
  DocumentationConfiguration.class,
  PreviewConfiguration.class,
  Problems.class,
  ErrorsAsProblems.class,
  ParkedController.class
})
public class WebConfiguration {
  /// As on the wire, and 30 February is no day.
  private static final JsonFormat.Value STRICT_LOCAL_TIME =
      JsonFormat.Value.forPattern("uuuu-MM-dd'T'HH:mm").withLenient(false);

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  LocaleResolver localeResolver() {
    return new CallersLanguage();
  }

  /// No parameter has a NUL in it, as no path has.
  @Bean
  HttpFirewall firewall() {
    var firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
    return firewall;
  }

  @Bean
  RequestRejectedHandler rejectedAddresses(
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    return (request, response, _) ->
        problems.resolveException(request, response, null, new Malformed("address-malformed"));
  }

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverRefusals(
      Problems problems, JsonMapper json) {
    return ServerRefusals.saidIn(
        (status, request) -> json.writeValueAsString(problems.of(status, request)));
  }

  /// Bodies are strict: an unknown field or a value of another type is a problem, never a guess.
  @Bean
  JsonMapperBuilderCustomizer strictBodies() {
    return builder ->
        StrictJson.in(WireJson.conventions(builder))
            .withConfigOverride(LocalDateTime.class, o -> o.setFormat(STRICT_LOCAL_TIME))
            .withConfigOverride(
                LocalDate.class, o -> o.setFormat(JsonFormat.Value.forLeniency(false)));
  }
}
