package org.huiwu.platform.web.documentation;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Each service's OpenAPI document says what its doors take, what they answer and how they refuse.
@Configuration(proxyBeanMethods = false)
public class DocumentationConfiguration {
  static {
    Schemas.localTimes();
  }

  /// The addresses are those at the gateway, through which everybody comes.
  @Bean
  OpenAPI openApi(@Value("${spring.application.name}") String service) {
    return new OpenAPI()
        .info(new Info().title("Huiwu: " + service).version("v1"))
        .servers(List.of(new Server().url("/api/" + service)));
  }

  /// After the library's own converters are there.
  @Bean
  SmartInitializingSingleton recordModels() {
    return RecordModels::first;
  }

  @Bean
  OperationCustomizer refusals() {
    return ProblemDocumentation::withRefusals;
  }

  @Bean
  OpenApiCustomizer problemSchemas() {
    return api -> {
      var components = api.getComponents();
      ProblemDocumentation.schemas().forEach(components::addSchemas);
      components.getSchemas().values().forEach(DocumentationConfiguration::close);
    };
  }

  /// A body with another field is refused, and no answer has another.
  private static void close(Schema<?> schema) {
    var composed =
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
            .anyMatch(Objects::nonNull);
    if (!composed && schema.getProperties() != null && schema.getAdditionalProperties() == null) {
      schema.additionalProperties(false);
    }
  }
}
