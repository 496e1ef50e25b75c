package org.huiwu.catering.manifest;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Everything about one person that decides where they eat, and what.
///
/// @param rank 1 to 4, a lower number is higher in protocol
/// @param arrival null when it is not known; so is `departure`
/// @param route the route they are on, "" = none; while excursion has not said, the one to be
///   expected
/// @param absent called absent on that route's bus
record Guest(
    String person,
    String delegation,
    int rank,
    boolean companion,
    boolean attending,
    @Nullable LocalDateTime arrival,
    @Nullable LocalDateTime departure,
    String route,
    boolean absent,
    String diet) {}
