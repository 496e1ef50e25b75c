package org.huiwu.registration.roster.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a roster's column can say of a person. The wire names are those of FORMAT.md, `issues.csv`.
public enum RosterField {
  NAME,
  GENDER,
  RANK,
  TITLE,
  PHONE,
  DIET,
  ARRIVE,
  ARRIVE_NO,
  ARRIVE_AT,
  DEPART,
  DEPART_NO,
  DEPART_AT,
  ROUTE,
  COMPANION;

  private final String wire = name().toLowerCase(Locale.ROOT);

  /// `arrive_no` and so on.
  public String wire() {
    return wire;
  }

  public static Optional<RosterField> find(String wire) {
    return Arrays.stream(values()).filter(field -> field.wire.equals(wire)).findFirst();
  }
}
