package org.huiwu.platform.door.web;

import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/// Bodies are read strictly: an unknown field or a value of another type is a problem, never a
/// guess.
public final class StrictJson {
  private StrictJson() {}

  public static JsonMapper.Builder in(JsonMapper.Builder builder) {
    return builder
        .addModule(
            new SimpleModule()
                .addDeserializer(String.class, new StorableText())
                .addDeserializer(Duration.class, new WrittenDuration()))
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

  /// Where a body could not be read: the field, with line and column before it where the text
  /// itself is wrong.
  public static String where(JacksonException e) {
    var field =
        String.join(
            ".",
            e.getPath().stream()
                .map(p ->
                    p.getPropertyName() == null ? "[" + p.getIndex() + "]" : p.getPropertyName())
                .toList());
    var location = e.getLocation();
    return location == null || !(e instanceof StreamReadException || field.isEmpty())
        ? field
        : (location.getLineNr() + ":" + location.getColumnNr() + " " + field).strip();
  }
}
