package org.huiwu.notification.paper;

import java.util.Locale;
import java.util.Map;

/// What a manifest is about, by what stands before the colon of its name.
public enum Kind {
  ROOMING("line"),
  MEAL("diet"),
  TRIP("line"),
  SITE("line"),
  SESSION("delegation"),
  OTHER("line");

  private final String subject;

  Kind(String subject) {
    this.subject = subject;
  }

  /// @param manifest its whole name
  public static Kind of(String manifest) {
    for (var kind : values()) {
      if (kind != OTHER && manifest.startsWith(kind.wire() + ":")) {
        return kind;
      }
    }
    return OTHER;
  }

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The field that a line's key stands for, where lines bear no name.
  String subject() {
    return subject;
  }

  /// How many of those who are counted one line stands for.
  public long persons(String key, Map<String, String> fields) {
    return switch (this) {
      case MEAL -> number(fields.getOrDefault("count", ""));
      case SESSION -> number(fields.getOrDefault("seats", ""));
      case ROOMING -> isHold(key) ? 0 : 1;
      case TRIP, SITE, OTHER -> 1;
    };
  }

  /// Rooms that are held for an organisation, not for a person (FORMAT.md, The rules behind the
  /// manifests).
  public static boolean isHold(String key) {
    return key.startsWith("HOLD/");
  }

  /// 0 where it is none.
  public static long number(String text) {
    return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
  }
}
