package org.huiwu.transportdispatch.trip;

import org.jspecify.annotations.Nullable;

/// The command to send another vehicle.
///
/// @param plate may be that of a vehicle that stands by
/// @param seats null: those of the vehicle that stands by, or else as before
/// @param driver null: likewise
/// @param contact who receives the trip's list from now on; null: on a pickup the driver who stands
///   by, or else as before
public record ReplaceVehicle(
    String plate, @Nullable Integer seats, @Nullable String driver, @Nullable String contact) {}
