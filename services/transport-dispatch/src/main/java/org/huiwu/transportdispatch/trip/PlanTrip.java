package org.huiwu.transportdispatch.trip;

import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The command to plan a trip, as it was said: nothing of it is checked yet.
///
/// @param kind `excursion` or `pickup`
/// @param route of an excursion's bus
/// @param departs local to the conference
/// @param delegations whose people go on this bus when they are first known
/// @param from place of a pickup
/// @param windowFrom of a pickup, inclusive
/// @param windowTo of a pickup, exclusive
public record PlanTrip(
    @Nullable @Size(max = 80) String code,
    @Nullable @Size(max = 40) String kind,
    @Nullable @Size(max = 40) String plate,
    @Nullable Integer seats,
    @Nullable @Size(max = 200) String driver,
    @Nullable @Size(max = 40) String route,
    @Nullable LocalDateTime departs,
    @Nullable List<@Nullable @Size(max = 40) String> delegations,
    @Nullable @Size(max = 40) String from,
    @Nullable LocalDateTime windowFrom,
    @Nullable LocalDateTime windowTo,
    @Nullable @Size(max = 80) String contact) {}
