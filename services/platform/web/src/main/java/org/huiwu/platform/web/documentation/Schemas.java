package org.huiwu.platform.web.documentation;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.media.Schema;
import java.time.Duration;
import java.time.LocalDateTime;
import org.springdoc.core.utils.SpringDocUtils;

/// Schemas of OpenAPI 3.1.
final class Schemas {
  private Schemas() {}

  static Schema<?> text() {
    return typed("string");
  }

  static Schema<?> object() {
    return typed("object");
  }

  static Schema<?> typed(String type) {
    var schema = new Schema<Object>();
    schema.addType(type);
    return schema;
  }

  /// By its name, where a type has one.
  static Schema<?> of(Class<?> type) {
    return ModelConverters.getInstance(true)
        .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true))
        .schema;
  }

  /// A time local to the conference is no RFC 3339 date-time: it has no offset.
  static void localTimes() {
    var local =
        text()
            .format("local-date-time")
            .pattern("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$")
            .description("Local to the conference.");
    SpringDocUtils.getConfig().replaceWithSchema(LocalDateTime.class, local);
    SpringDocUtils.getConfig()
        .replaceWithSchema(Duration.class, text().format("duration").description("ISO 8601."));
  }
}
