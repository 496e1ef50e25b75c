package org.huiwu.venue.manifest;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Everything about one person that decides whether a seat is needed.
///
/// @param companion companions have no seat
/// @param attending registered and not withdrawn
/// @param arrival null when it is not known; so is `departure`
record Attendee(
    String person,
    String delegation,
    boolean companion,
    boolean attending,
    @Nullable LocalDateTime arrival,
    @Nullable LocalDateTime departure) {}
