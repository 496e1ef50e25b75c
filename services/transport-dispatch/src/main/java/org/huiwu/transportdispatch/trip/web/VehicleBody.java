package org.huiwu.transportdispatch.trip.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.huiwu.transportdispatch.trip.ReplaceVehicle;
import org.jspecify.annotations.Nullable;

/// @param seats left out: as before, or those of the vehicle that stands by
/// @param contact left out: as before, or on a pickup the driver's of the vehicle that stands by
record VehicleBody(
    @NotBlank @Size(max = 40) String plate,
    @Nullable Integer seats,
    @Nullable @Size(max = 200) String driver,
    @Nullable @Size(max = 80) String contact) {

  ReplaceVehicle command() {
    return new ReplaceVehicle(
        plate.strip(),
        seats,
        driver == null ? null : driver.strip(),
        contact == null ? null : contact.strip());
  }
}
