package org.huiwu.notification.reminder;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What a reminder is about.
public enum ReminderKind {
  BUS_DEPARTS(
      60,
      EnumSet.of(
          Placeholder.BUS,
          Placeholder.PLATE,
          Placeholder.DEPARTS,
          Placeholder.SITE,
          Placeholder.LIAISON_PHONE)),
  SESSION_STARTS(30, EnumSet.of(Placeholder.SESSION, Placeholder.HALL, Placeholder.STARTS)),
  /// Goes on from when it is ordered until it is cancelled: to whoever a change puts on another
  /// bus, or whose bus has another plate or time.
  BUS_CHANGED(
      0,
      EnumSet.of(
          Placeholder.BUS,
          Placeholder.PLATE,
          Placeholder.DEPARTS,
          Placeholder.SITE,
          Placeholder.LIAISON_PHONE)),
  FREE(0, EnumSet.noneOf(Placeholder.class));

  private static final Set<Placeholder> ALWAYS =
      EnumSet.of(Placeholder.CONFERENCE, Placeholder.DELEGATION, Placeholder.LINK);

  private final int minutesBefore;
  private final Set<Placeholder> own;

  ReminderKind(int minutesBefore, Set<Placeholder> own) {
    this.minutesBefore = minutesBefore;
    this.own = own;
  }

  /// How long before the thing, where the order does not say.
  int minutesBefore() {
    return minutesBefore;
  }

  boolean allows(Placeholder placeholder) {
    return ALWAYS.contains(placeholder) || own.contains(placeholder);
  }

  /// Whether it is sent some time before something.
  boolean isBefore() {
    return this == BUS_DEPARTS || this == SESSION_STARTS;
  }

  boolean isAboutBuses() {
    return this == BUS_DEPARTS || this == BUS_CHANGED;
  }

  /// As it is written in JSON and in the database, e.g. `bus-departs`.
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// @throws IllegalArgumentException when there is no such kind
  @JsonCreator
  public static ReminderKind of(String wire) {
    return Arrays.stream(values())
        .filter(k -> k.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind " + wire));
  }
}
