package org.huiwu.platform.web;

import java.time.Clock;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.platform.web.command.CommandConfiguration;
import org.huiwu.platform.web.problem.Problems;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;

/// What the doors of all services share.
@Configuration(proxyBeanMethods = false)
@Import({CommandConfiguration.class, Problems.class, ParkedController.class})
public class WebConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /// Bodies are strict: an unknown field or a value of another type is a problem, never a guess.
  @Bean
  JsonMapperBuilderCustomizer strictBodies() {
    return builder ->
        WireJson.conventions(builder)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
  }
}
