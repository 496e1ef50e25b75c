package org.huiwu.transportdispatch.trip;

import java.time.LocalDateTime;

/// The command to let a trip depart at another time.
///
/// @param departs local to the conference
public record RetimeTrip(LocalDateTime departs) {}
