package org.huiwu.platform.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.platform.web.access.AccessConfiguration;
import org.huiwu.platform.web.command.CommandConfiguration;
import org.huiwu.platform.web.command.CommandDocumentation;
import org.huiwu.platform.web.documentation.DocumentationConfiguration;
import org.huiwu.platform.web.problem.ErrorsAsProblems;
import org.huiwu.platform.web.problem.ProblemException.Malformed;
import org.huiwu.platform.web.problem.Problems;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/// What the doors of all services share.
@Configuration(proxyBeanMethods = false)
@Import({
  AccessConfiguration.class,
  CommandConfiguration.class,
  CommandDocumentation.class,
  DocumentationConfiguration.class,
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

  /// Chinese or English, as the caller asks; Chinese when it says nothing or something else.
  @Bean
  LocaleResolver localeResolver() {
    var resolver = new AcceptHeaderLocaleResolver();
    resolver.setSupportedLocales(List.of(Locale.CHINESE, Locale.ENGLISH));
    resolver.setDefaultLocale(Locale.CHINESE);
    return resolver;
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

  /// Bodies are strict: an unknown field or a value of another type is a problem, never a guess.
  @Bean
  JsonMapperBuilderCustomizer strictBodies() {
    return builder ->
        WireJson.conventions(builder)
            .withConfigOverride(LocalDateTime.class, o -> o.setFormat(STRICT_LOCAL_TIME))
            .withConfigOverride(
                LocalDate.class, o -> o.setFormat(JsonFormat.Value.forLeniency(false)))
            .addModule(new SimpleModule().addDeserializer(String.class, new StorableText()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                LogicalType.Textual,
                text ->
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
  }
}
