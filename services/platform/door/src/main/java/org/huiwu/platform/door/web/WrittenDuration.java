package org.huiwu.platform.door.web;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/// A duration as it is written in ISO 8601, `PT30M`. Of a number nobody can tell whether it is
/// seconds.
final class WrittenDuration extends StdScalarDeserializer<Duration> {

  WrittenDuration() {
    super(Duration.class);
  }

  @Override
  public Duration deserialize(JsonParser parser, DeserializationContext context) {
    var text = parser.getValueAsString();
    if (!parser.currentToken().isScalarValue()
        || text == null
        || parser.currentToken().isNumeric()) {
      return (Duration) context.handleUnexpectedToken(Duration.class, parser);
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException _) {
      return (Duration) context.handleWeirdStringValue(Duration.class, text, "not ISO 8601");
    }
  }
}
