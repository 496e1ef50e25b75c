package org.huiwu.transportdispatch.trip;

import java.util.List;

/// What happens to trips.
public sealed interface TripEvent {
  /// The trip as the event leaves it.
  Trip trip();

  /// As it is on the wire.
  String name();

  /// Whose people's lines have to be computed again: those whom one of these runs carries or
  /// carried.
  List<Run> runsConcerned();

  record TripPlanned(Trip trip) implements TripEvent {
    @Override
    public String name() {
      return "trip-planned";
    }

    @Override
    public List<Run> runsConcerned() {
      return List.of(trip.run());
    }
  }

  /// Shows in the header alone.
  record VehicleReplaced(Trip trip) implements TripEvent {
    @Override
    public String name() {
      return "vehicle-replaced";
    }

    @Override
    public List<Run> runsConcerned() {
      return List.of();
    }
  }

  /// Shows in an excursion's header alone, and in a pickup's not at all.
  record TripRetimed(Trip trip) implements TripEvent {
    @Override
    public String name() {
      return "trip-retimed";
    }

    @Override
    public List<Run> runsConcerned() {
      return List.of();
    }
  }

  /// @param before the run as it was: those whom it fetched may be fetched no more
  record TripChanged(Run before, Trip trip) implements TripEvent {
    @Override
    public String name() {
      return "trip-changed";
    }

    @Override
    public List<Run> runsConcerned() {
      return before.equals(trip.run()) ? List.of() : List.of(before, trip.run());
    }
  }

  record TripCancelled(Trip trip) implements TripEvent {
    @Override
    public String name() {
      return "trip-cancelled";
    }

    @Override
    public List<Run> runsConcerned() {
      return List.of(trip.run());
    }
  }
}
