package org.huiwu.transportdispatch.exceptions;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huiwu.transportdispatch.exceptions.Irregularity.ArrivalUnknown;
import org.huiwu.transportdispatch.exceptions.Irregularity.NoMatchingPickup;
import org.huiwu.transportdispatch.exceptions.Irregularity.OverSeats;
import org.huiwu.transportdispatch.exceptions.Irregularity.RouteCancelled;
import org.huiwu.transportdispatch.manifest.Rider;
import org.huiwu.transportdispatch.trip.Run;
import org.huiwu.transportdispatch.trip.Trip;

/// The irregularities of trips and arrivals (FORMAT.md: "Persons with no matching trip or no known
/// time, and trips over their seats, are exceptions that transport must see"). Pure.
public final class Irregularities {
  private Irregularities() {}

  /// @param routes those that there are
  public static List<Irregularity> of(
      Collection<Trip> trips, Collection<Rider> riders, Set<String> routes) {
    var running = trips.stream().filter(t -> !t.cancelled()).toList();
    return Stream.of(
            riders.stream().flatMap(r -> arrival(r, running).stream()),
            running.stream().flatMap(t -> overSeats(t, riders).stream()),
            running.stream().flatMap(t -> route(t, routes).stream()))
        .<Irregularity>flatMap(s -> s)
        .toList();
  }

  /// Who comes by own means is no exception, whatever else is unknown.
  static Optional<Irregularity> arrival(Rider rider, Collection<Trip> running) {
    var arrival = rider.arrival();
    if (!rider.attending() || arrival.place().equals(Run.SELF)) {
      return Optional.empty();
    }
    var time = arrival.time();
    if (time == null || arrival.place().isEmpty()) {
      return Optional.of(
          new ArrivalUnknown(
              rider.person(), rider.delegation(), rider.name(), arrival.place(), time));
    }
    return running.stream().anyMatch(t -> t.run() instanceof Run.Pickup && rider.isOn(t))
        ? Optional.empty()
        : Optional.of(
            new NoMatchingPickup(
                rider.person(),
                rider.delegation(),
                rider.name(),
                arrival.place(),
                time,
                arrival.number()));
  }

  static Optional<Irregularity> overSeats(Trip trip, Collection<Rider> riders) {
    var people = riders.stream().filter(r -> r.isOn(trip)).count();
    return people > trip.vehicle().seats()
        ? Optional.of(
            new OverSeats(trip.code(), trip.vehicle().plate(), trip.vehicle().seats(), people))
        : Optional.empty();
  }

  static Optional<Irregularity> route(Trip trip, Set<String> routes) {
    return switch (trip.run()) {
      case Run.Excursion(var route) when !routes.contains(route) ->
          Optional.of(new RouteCancelled(trip.code(), route));
      case Run.Excursion _, Run.Pickup _ -> Optional.empty();
    };
  }
}
