package org.huiwu.registration.itinerary;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// An arrival or a departure as far as it is known.
///
/// @param time local to the conference, to the minute; null if unknown
/// @param place a place's code (`NNG`, `NND`, `self`), empty if unknown
/// @param number flight or train, empty if unknown
public record Leg(@Nullable LocalDateTime time, String place, String number) {
  public static final Leg UNKNOWN = new Leg(null, "", "");

  /// A leg is left out only if all three of its fields are.
  public boolean leftOut() {
    return equals(UNKNOWN);
  }

  /// This leg, or `other` where this one is left out.
  public Leg orElse(Leg other) {
    return leftOut() ? other : this;
  }
}
