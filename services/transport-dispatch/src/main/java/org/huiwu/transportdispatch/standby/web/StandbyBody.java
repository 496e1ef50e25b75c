package org.huiwu.transportdispatch.standby.web;

import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.huiwu.transportdispatch.standby.StandbyVehicle;
import org.huiwu.transportdispatch.standby.StandbyVehicle.State;
import org.jspecify.annotations.Nullable;

/// What a desk says of a vehicle that stands by; in a change, what is left out stays.
record StandbyBody(
    @Nullable @Size(max = 40) String plate,
    @Nullable Integer seats,
    @Nullable @Size(max = 200) String driver,
    @Nullable @Size(max = 500) String note,
    @Nullable @Size(max = 80) String contact) {

  StandbyVehicle added() {
    if (plate == null || plate.isBlank()) {
      throw new Refused("standby-plate-missing");
    }
    return checked(
        new StandbyVehicle(
            plate.strip(),
            Objects.requireNonNullElse(seats, 0),
            Objects.requireNonNullElse(driver, "").strip(),
            Objects.requireNonNullElse(note, "").strip(),
            Objects.requireNonNullElse(contact, "").strip(),
            State.STANDING,
            "",
            1));
  }

  /// The same vehicle as this says, at the same version.
  StandbyVehicle appliedTo(StandbyVehicle current) {
    if (plate != null && !plate.strip().equals(current.plate())) {
      throw new Refused("standby-plate-fixed", plate, current.plate());
    }
    return checked(
        new StandbyVehicle(
            current.plate(),
            Objects.requireNonNullElse(seats, current.seats()),
            Objects.requireNonNullElse(driver, current.driver()).strip(),
            Objects.requireNonNullElse(note, current.note()).strip(),
            Objects.requireNonNullElse(contact, current.contact()).strip(),
            current.state(),
            current.trip(),
            current.version()));
  }

  private static StandbyVehicle checked(StandbyVehicle vehicle) {
    if (vehicle.seats() <= 0) {
      throw new Refused("standby-seats-not-positive", vehicle.seats(), vehicle.plate());
    }
    return vehicle;
  }
}
