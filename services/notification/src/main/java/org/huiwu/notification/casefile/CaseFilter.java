package org.huiwu.notification.casefile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which cases are wanted.
public enum CaseFilter {
  ALL,
  /// The ripple is not through: it goes on, stalls, or something is parked.
  OPEN,
  /// Recipients are outstanding.
  SETTLED,
  CLOSED;

  /// Empty when there is no such filter.
  public static Optional<CaseFilter> of(String wire) {
    return Arrays.stream(values())
        .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(wire))
        .findFirst();
  }
}
