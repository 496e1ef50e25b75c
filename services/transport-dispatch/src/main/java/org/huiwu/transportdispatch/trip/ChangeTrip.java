package org.huiwu.transportdispatch.trip;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The command to change a trip's plan: what is left out stays as it was. Vehicle and departure
/// have commands of their own: [ReplaceVehicle], [RetimeTrip].
public record ChangeTrip(
    @Nullable Integer seats,
    @Nullable String driver,
    @Nullable String route,
    @Nullable List<@Nullable String> delegations,
    @Nullable String from,
    @Nullable LocalDateTime windowFrom,
    @Nullable LocalDateTime windowTo,
    @Nullable String contact) {}
