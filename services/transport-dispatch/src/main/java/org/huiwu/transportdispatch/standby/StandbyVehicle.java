package org.huiwu.transportdispatch.standby;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// A vehicle with its driver, ready to take another's place (incident 15).
///
/// @param plate identifies it within the conference
/// @param seats above zero
/// @param contact code of the driver's contact, empty where none is known; a pickup's list goes
///   there once the vehicle is called to it
/// @param trip code of the trip that it was called to; empty while it stands by
/// @param version 1 when it is first put on stand-by, one more with every change; goes on when the
///   same vehicle stands by again
public record StandbyVehicle(
    String plate,
    int seats,
    String driver,
    String note,
    String contact,
    State state,
    String trip,
    long version) {

  /// What becomes of a vehicle that stands by.
  public enum State {
    STANDING,
    /// It has taken another's place on a trip.
    CALLED,
    REMOVED;

    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public StandbyVehicle {
    if ((state == State.CALLED) == trip.isEmpty()) {
      throw new IllegalArgumentException("a vehicle is called to a trip, or to none");
    }
  }

  public StandbyVehicle calledTo(String code) {
    return new StandbyVehicle(plate, seats, driver, note, contact, State.CALLED, code, version + 1);
  }

  public StandbyVehicle removed() {
    return new StandbyVehicle(plate, seats, driver, note, contact, State.REMOVED, "", version + 1);
  }

  StandbyVehicle at(long number) {
    return new StandbyVehicle(plate, seats, driver, note, contact, state, trip, number);
  }
}
