package org.huiwu.notification.letter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/// Why a letter is sent.
public enum Purpose {
  /// The first version of something that the recipient receives.
  FIRST,
  REVISION,
  /// The same debt again, on another channel.
  RESEND,
  /// To somebody who is to see to it that another answers.
  ESCALATION,
  PIN,
  /// To a delegate.
  REMINDER,
  /// The duty room is to make a call.
  CALL_DUTY;

  /// As it is written in JSON and in the database, e.g. `call-duty`.
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// @throws IllegalArgumentException when there is no such purpose
  public static Purpose of(String wire) {
    return Arrays.stream(values())
        .filter(p -> p.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no purpose " + wire));
  }

  /// Those with which it shares a letter that waits, in the database: a first version and a
  /// revision of the same recipient are one letter.
  String[] shares() {
    return this == FIRST || this == REVISION
        ? new String[] {FIRST.wire(), REVISION.wire()}
        : new String[] {wire()};
  }

  /// Whether it tells of versions, and has nothing to say once they are acknowledged.
  public boolean tellsOfVersions() {
    return this == FIRST || this == REVISION || this == RESEND;
  }
}
