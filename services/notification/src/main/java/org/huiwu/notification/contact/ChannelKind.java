package org.huiwu.notification.contact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/// A way in which somebody can be told: the live page (which tells whoever has it open), a text
/// message, an e-mail, a group robot or another system, or a call by a named person.
public enum ChannelKind {
  PAGE,
  SMS,
  EMAIL,
  WEBHOOK,
  CALL;

  /// As it is written in JSON and in the database, e.g. `sms`.
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException when there is no such channel
  public static ChannelKind of(String wire) {
    return Arrays.stream(values())
        .filter(k -> k.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no channel " + wire));
  }

  /// Whether a letter goes out: a page is looked at, a call is made by a person.
  public boolean sends() {
    return switch (this) {
      case SMS, EMAIL, WEBHOOK -> true;
      case PAGE, CALL -> false;
    };
  }
}
