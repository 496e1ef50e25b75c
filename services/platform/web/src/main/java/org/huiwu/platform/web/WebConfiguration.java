package org.huiwu.platform.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.platform.web.command.CommandConfiguration;
import org.huiwu.platform.web.command.CommandDocumentation;
import org.huiwu.platform.web.problem.Problems;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.type.LogicalType;

/// What the doors of all services share.
@Configuration(proxyBeanMethods = false)
@Import({
  CommandConfiguration.class,
  CommandDocumentation.class,
  Problems.class,
  ParkedController.class
})
public class WebConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  OpenAPI openApi(@Value("${spring.application.name}") String service) {
    return new OpenAPI().info(new Info().title("Huiwu: " + service).version("v1"));
  }

  /// Chinese or English, as the caller asks; Chinese when it says nothing or something else.
  @Bean
  LocaleResolver localeResolver() {
    var resolver = new AcceptHeaderLocaleResolver();
    resolver.setSupportedLocales(List.of(Locale.CHINESE, Locale.ENGLISH));
    resolver.setDefaultLocale(Locale.CHINESE);
    return resolver;
  }

  /// Bodies are strict: an unknown field or a value of another type is a problem, never a guess.
  @Bean
  JsonMapperBuilderCustomizer strictBodies() {
    return builder ->
        WireJson.conventions(builder)
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
