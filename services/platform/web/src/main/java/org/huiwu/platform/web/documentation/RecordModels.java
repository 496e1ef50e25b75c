package org.huiwu.platform.web.documentation;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import org.huiwu.platform.web.command.Answered;
import org.jspecify.annotations.Nullable;

/// What Java says and the library does not read: a component that is not `@Nullable` is always
/// there, a pattern is of the whole text, and an [Answered] is what it is of.
final class RecordModels implements ModelConverter {
  /// One for all services of a JVM, as the library's converters are.
  private static final RecordModels ONE = new RecordModels();

  private static final String REF = "#/components/schemas/";

  private RecordModels() {}

  /// Asked before all other converters.
  static void first() {
    var converters = ModelConverters.getInstance(true);
    converters.removeConverter(ONE);
    converters.addConverter(ONE);
  }

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (answered(type) instanceof JavaType of) {
      return context.resolve(
          new AnnotatedType(of)
              .ctxAnnotations(type.getCtxAnnotations())
              .jsonViewAnnotation(type.getJsonViewAnnotation())
              .resolveAsRef(true));
    }
    var resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    if (resolved != null && rawClass(type) instanceof Class<?> raw && raw.isRecord()) {
      var model = model(resolved, context);
      if (model != null && model.getProperties() != null) {
        for (var component : raw.getRecordComponents()) {
          tell(model, component);
        }
      }
    }
    return resolved;
  }

  private static @Nullable JavaType answered(AnnotatedType type) {
    var java =
        type.getType() instanceof JavaType j ? j : Json31.mapper().constructType(type.getType());
    return java.getRawClass() == Answered.class ? java.containedType(0) : null;
  }

  private static @Nullable Class<?> rawClass(AnnotatedType type) {
    return switch (type.getType()) {
      case Class<?> c -> c;
      case JavaType j -> j.getRawClass();
      case null, default -> Json31.mapper().constructType(type.getType()).getRawClass();
    };
  }

  private static @Nullable Schema<?> model(Schema<?> resolved, ModelConverterContext context) {
    var ref = resolved.get$ref();
    return ref == null
        ? resolved
        : context.getDefinedModels().get(ref.substring(Math.min(ref.length(), REF.length())));
  }

  private static void tell(Schema<?> model, RecordComponent component) {
    var name = component.getName();
    Schema<?> property = model.getProperties().get(name);
    if (property == null) {
      return;
    }
    if (property.getPattern() instanceof String part && !part.startsWith("^")) {
      property.pattern("^(?:" + part + ")$");
    }
    if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      if (model.getRequired() == null || !model.getRequired().contains(name)) {
        model.addRequiredItem(name);
      }
      return;
    }
    if (property.get$ref() != null) {
      model.getProperties().put(name, orNull(property));
    } else if (property.getAnyOf() == null) {
      if (property.getTypes() == null && property.getType() != null) {
        property.addType(property.getType());
      }
      property.addType("null");
      if (property.getEnum() != null && !property.getEnum().contains(null)) {
        property.addEnumItemObject(null);
      }
    }
  }

  private static Schema<?> orNull(Schema<?> property) {
    return new Schema<Object>().anyOf(List.of(property, Schemas.typed("null")));
  }
}
