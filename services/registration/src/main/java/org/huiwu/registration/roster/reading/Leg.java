package org.huiwu.registration.roster.reading;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// An arrival or a departure as far as the roster tells it; at least one of the three is there.
///
/// @param time local to the conference, to the minute; null if unknown
/// @param place the place's code (`NNG`, `NND`, `self`), or empty
/// @param number flight or train in capitals without spaces, or empty
public record Leg(@Nullable LocalDateTime time, String place, String number) {}
