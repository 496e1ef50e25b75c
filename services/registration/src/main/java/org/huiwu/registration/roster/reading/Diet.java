package org.huiwu.registration.roster.reading;

import java.util.Locale;

/// The diets that kitchens tell apart (FORMAT.md, "Values").
public enum Diet {
  NORMAL,
  HALAL,
  VEGETARIAN;

  /// `normal`, `halal`, `vegetarian`.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Diet of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
