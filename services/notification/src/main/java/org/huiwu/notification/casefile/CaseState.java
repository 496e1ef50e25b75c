package org.huiwu.notification.casefile;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where the case of a change stands. What is wrong with its ripple is said before who was told.
public enum CaseState {
  /// The ripple goes on.
  OPEN,
  /// The ripple goes on, and nothing has come of it for long.
  STALLED,
  /// A service could not take something in.
  PARKED,
  /// The ripple has ended, and there are recipients who have not acknowledged.
  SETTLED,
  /// Everybody who was told has acknowledged, or a named person has settled it; or nobody was to be
  /// told.
  CLOSED;

  /// @param ripple as a change's view says it
  public static CaseState of(String ripple, boolean outstanding) {
    return switch (ripple) {
      case "open" -> OPEN;
      case "stalled" -> STALLED;
      case "settled-with-parked" -> PARKED;
      default -> outstanding ? SETTLED : CLOSED;
    };
  }

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
