package org.huiwu.registration.participant;

import java.util.Locale;

/// The diet that somebody declared; it seeds catering once, and catering owns it from then on.
public enum Diet {
  NORMAL,
  HALAL,
  VEGETARIAN;

  /// `normal`, `halal`, `vegetarian`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Diet of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
