package org.huiwu.notification.reminder;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a template may name, and nothing else: no names of people, no rooms, no flights.
public enum Placeholder {
  CONFERENCE,
  DELEGATION,
  LINK,
  BUS,
  PLATE,
  DEPARTS,
  /// The first place that the bus goes to.
  SITE,
  /// Of whoever is named for the bus, else of the duty room.
  LIAISON_PHONE,
  SESSION,
  HALL,
  STARTS;

  /// As it stands between braces, e.g. `liaison-phone`.
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Placeholder> find(String wire) {
    return Arrays.stream(values()).filter(p -> p.wire().equals(wire)).findFirst();
  }
}
