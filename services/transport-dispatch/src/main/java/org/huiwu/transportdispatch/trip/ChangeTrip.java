package org.huiwu.transportdispatch.trip;

import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The command to change a trip's plan: what is left out stays as it was. Vehicle and departure
/// have commands of their own: [ReplaceVehicle], [RetimeTrip].
public record ChangeTrip(
    @Nullable Integer seats,
    @Nullable @Size(max = 200) String driver,
    @Nullable @Size(max = 40) String route,
    @Nullable List<@Nullable @Size(max = 40) String> delegations,
    @Nullable @Size(max = 40) String from,
    @Nullable LocalDateTime windowFrom,
    @Nullable LocalDateTime windowTo,
    @Nullable @Size(max = 80) String contact) {}
