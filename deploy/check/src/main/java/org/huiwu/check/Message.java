package org.huiwu.check;

import java.util.Arrays;
import java.util.List;

/// Something to say, before a language is chosen: a key of the bundle `words` and what goes into
/// it. Codes and opaque ids only, never a person's name.
public record Message(String key, List<String> arguments) {

  public static Message of(String key, Object... arguments) {
    return new Message(key, Arrays.stream(arguments).map(String::valueOf).toList());
  }
}
