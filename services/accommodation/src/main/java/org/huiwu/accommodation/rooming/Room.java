package org.huiwu.accommodation.rooming;

import java.util.Comparator;
import java.util.Locale;

/// A hotel's room as its contract lists it.
///
/// @param type the hotel's word; `suite` and `single` are kept for the higher ranks
/// @param capacity beds
public record Room(String number, String type, int capacity) {
  /// Lowest number first: `301` before `1012`.
  public static final Comparator<String> BY_NUMBER =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  enum Kind {
    SHARED,
    SINGLE,
    SUITE
  }

  Kind kind() {
    return switch (type.strip().toLowerCase(Locale.ROOT)) {
      case "suite" -> Kind.SUITE;
      case "single" -> Kind.SINGLE;
      default -> capacity == 1 ? Kind.SINGLE : Kind.SHARED;
    };
  }
}
