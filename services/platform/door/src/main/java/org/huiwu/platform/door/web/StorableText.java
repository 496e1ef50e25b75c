package org.huiwu.platform.door.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/// Text that can be stored and told as it was said: no NUL, and no half of a character.
final class StorableText extends StringDeserializer {
  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    var text = super.deserialize(parser, context);
    if (text != null && !isStorable(text)) {
      throw context.weirdStringException(text, String.class, "it cannot be stored");
    }
    return text;
  }

  private static boolean isStorable(String text) {
    return text.codePoints()
        .noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
