package org.huiwu.registration.participant.web;

import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.huiwu.registration.itinerary.Leg;
import org.huiwu.registration.text.PlainText;
import org.jspecify.annotations.Nullable;

/// An arrival or a departure as far as it is known.
///
/// @param time local to the conference, `2026-06-08T14:35`
/// @param place a place's code: `NNG`, `NND`, `self`
/// @param number flight or train
record LegBody(
    @Nullable LocalDateTime time,
    @Nullable @Size(max = 40) String place,
    @Nullable @Size(max = 40) @PlainText String number) {

  static Leg leg(@Nullable LegBody body) {
    return body == null
        ? Leg.UNKNOWN
        : new Leg(body.time(), text(body.place()), text(body.number()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
