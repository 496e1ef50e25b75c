package org.huiwu.excursion.membership;

import java.util.Locale;

/// Why somebody could not be moved as it was asked for. It is no refusal: what was decided at the
/// step of a bus waits for a person who settles it.
public enum Hindrance {
  /// The place has changed since the version that the phone had.
  STALE_BASE,
  PERSON_WITHDRAWN,
  ROUTE_UNKNOWN,
  ROUTE_CANCELLED,
  /// The bus that was named does not run on the route that was named.
  BUS_NOT_RUNNING;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Hindrance of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
