package org.huiwu.notification.escalation;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.huiwu.notification.contact.Contact;

/// When somebody may be disturbed about what can wait. A shift may pass midnight; a shift that ends
/// when it begins never ends.
///
/// @param from local time in `zone`
/// @param to local time in `zone`
public record Hours(LocalTime from, LocalTime to, ZoneId zone) {
  private static final LocalTime MORNING = LocalTime.of(7, 0);
  private static final LocalTime NIGHT = LocalTime.of(22, 0);

  /// Of somebody of whom nothing is said: not at night.
  public static Hours day(ZoneId zone) {
    return new Hours(MORNING, NIGHT, zone);
  }

  public static Hours always(ZoneId zone) {
    return new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, zone);
  }

  public static Hours of(Contact contact, ZoneId zone) {
    var from = contact.worksFrom();
    var to = contact.worksTo();
    return from == null || to == null ? day(zone) : new Hours(from, to, zone);
  }

  /// The instant itself when they may be disturbed then, else when they may be next.
  public Instant next(Instant instant) {
    var there = instant.atZone(zone);
    if (within(there.toLocalTime())) {
      return instant;
    }
    var begins = there.toLocalDate().atTime(from).atZone(zone);
    return (begins.isAfter(there) ? begins : begins.plusDays(1)).toInstant();
  }

  private boolean within(LocalTime time) {
    if (from.equals(to)) {
      return true;
    }
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !time.isBefore(from) || time.isBefore(to);
  }
}
