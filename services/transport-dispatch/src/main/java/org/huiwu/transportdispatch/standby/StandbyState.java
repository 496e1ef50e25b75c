package org.huiwu.transportdispatch.standby;

import org.huiwu.transportdispatch.standby.StandbyVehicle.State;

/// A vehicle that stands by, as the aggregate `transport-dispatch.standby` is on the wire
/// (services/contracts). No service needs it; the desks' pages hear of it. The driver's name stays
/// with transport.
///
/// @param trip empty unless it was called
public record StandbyState(String plate, int seats, String contact, State state, String trip) {
  public static final String AGGREGATE = "transport-dispatch.standby";

  public static StandbyState of(StandbyVehicle vehicle) {
    return new StandbyState(
        vehicle.plate(), vehicle.seats(), vehicle.contact(), vehicle.state(), vehicle.trip());
  }
}
