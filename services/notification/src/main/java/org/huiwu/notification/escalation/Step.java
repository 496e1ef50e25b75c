package org.huiwu.notification.escalation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/// What is done about somebody who has not acknowledged what they were told.
public enum Step {
  /// The same once more, on the recipient's next channel.
  NEXT_CHANNEL,
  /// Whoever stands in for the recipient is told, and may acknowledge in their stead.
  STAND_IN,
  /// The chief liaisons are told that somebody does not answer.
  CHIEF_LIAISON,
  /// The duty room calls.
  DUTY_CALL;

  /// As it is written in JSON and in the database, e.g. `next-channel`.
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// @throws IllegalArgumentException when there is no such step
  public static Step of(String wire) {
    return Arrays.stream(values())
        .filter(s -> s.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no step " + wire));
  }
}
