package org.huiwu.transportdispatch.trip;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A trip as the aggregate `transport-dispatch.trip` is on the wire (services/contracts).
///
/// @param route empty for a pickup
/// @param from empty for an excursion, as are the windows (null)
public record TripState(
    String code,
    String kind,
    String plate,
    int seats,
    String driver,
    String route,
    @Nullable LocalDateTime departs,
    List<String> delegations,
    String from,
    @Nullable LocalDateTime windowFrom,
    @Nullable LocalDateTime windowTo,
    String contact,
    boolean cancelled) {
  public static final String AGGREGATE = "transport-dispatch.trip";

  public static TripState of(Trip trip) {
    return switch (trip.run()) {
      case Run.Excursion(var route) -> state(trip, route, "", null, null);
      case Run.Pickup(var from, var windowFrom, var windowTo) ->
          state(trip, "", from, windowFrom, windowTo);
    };
  }

  private static TripState state(
      Trip trip,
      String route,
      String from,
      @Nullable LocalDateTime windowFrom,
      @Nullable LocalDateTime windowTo) {
    return new TripState(
        trip.code(),
        trip.run().kind(),
        trip.vehicle().plate(),
        trip.vehicle().seats(),
        trip.vehicle().driver(),
        route,
        trip.departs(),
        trip.delegations(),
        from,
        windowFrom,
        windowTo,
        trip.contact(),
        trip.cancelled());
  }
}
