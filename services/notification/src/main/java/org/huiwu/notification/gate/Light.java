package org.huiwu.notification.gate;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Whether a bus may leave. Only green says yes.
public enum Light {
  /// The conference is planned: nobody is told anything yet.
  NOT_LIVE,
  NO_ROLL_CALL,
  /// The roll-call is known and not settled: what it means for the sites is not known yet.
  EVALUATING,
  /// Somebody who waits for the bus holds an older list.
  RED,
  GREEN;

  /// As it is written in JSON and in the database, e.g. `no-roll-call`.
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Light of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
