package org.huiwu.transportdispatch.trip;

import org.jspecify.annotations.Nullable;

/// What carries a trip's people.
///
/// @param plate may be empty until a vehicle is found
/// @param seats for passengers, above zero
/// @param driver may be empty
public record Vehicle(String plate, int seats, String driver) {

  /// The vehicle that comes in this one's place: what is not said of it stays as it was.
  Vehicle replacedBy(String plate, @Nullable Integer seats, @Nullable String driver) {
    return new Vehicle(
        plate, seats == null ? this.seats : seats, driver == null ? this.driver : driver);
  }
}
