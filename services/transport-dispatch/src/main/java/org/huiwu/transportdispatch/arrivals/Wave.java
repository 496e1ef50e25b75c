package org.huiwu.transportdispatch.arrivals;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Those who arrive together: at one place and time, by one flight or train.
///
/// @param place empty when it is not known, `self` for those who come by own means
/// @param time local to the conference, null when it is not known
/// @param number of the flight or train, empty when it is not known
/// @param people who attend, companions too; at least one
/// @param met of these, named aboard by a roll-call of a pickup
/// @param missed of these, called absent by a roll-call of a pickup and aboard none
/// @param pickups codes of the trips that fetch them: more than one where windows overlap, none
///   where nobody does
public record Wave(
    String place,
    @Nullable LocalDateTime time,
    String number,
    int people,
    int met,
    int missed,
    List<String> pickups) {}
