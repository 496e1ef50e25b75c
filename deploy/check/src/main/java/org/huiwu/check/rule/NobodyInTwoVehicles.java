package org.huiwu.check.rule;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huiwu.check.facts.Owned;
import org.huiwu.check.facts.Published;

/// Nobody is in two overlapping vehicles, by the lists that the drivers have.
///
/// FORMAT.md gives no journey times. What it gives, and what overlapping means here:
///
/// - An excursion's bus takes its people from its own `departs` (the route's, where the bus has
///   none) until the route `returns`. Two buses overlap when these times do. A bus that was retimed
///   to after the return still takes them at that moment.
/// - A pickup takes whoever arrives, at the moment of the arrival that stands in its list. It waits
///   for others until its window ends, so it has them from then until `window_to`. Two pickups
///   overlap when these times do: somebody arrives once, and is fetched once.
/// - A pickup beside a bus is no breach. The pickup's list follows the arrival, the bus's follows
///   the decision on the route, and FORMAT.md asks neither for the other: somebody whose flight
///   lands after the bus has left stands on both lists, rightly, and is not in the bus. That is a
///   contradiction in what the desks entered. It is named, not counted.
public final class NobodyInTwoVehicles implements Rule {
  private static final String TRIP = "trip:";

  /// Somebody in a vehicle, from a moment on and until just before another.
  ///
  /// @param until after `from`
  record Ride(String trip, boolean pickup, LocalDateTime from, LocalDateTime until) {
    Ride {
      if (!from.isBefore(until)) {
        until = from.plusMinutes(1);
      }
    }

    boolean overlaps(Ride other) {
      return from.isBefore(other.until) && other.from.isBefore(until);
    }

    boolean isUnderWay(LocalDateTime moment) {
      return !moment.isBefore(from) && moment.isBefore(until);
    }
  }

  @Override
  public String name() {
    return "vehicles";
  }

  @Override
  public boolean needsRest() {
    return true;
  }

  @Override
  public void examine(Examined conference, Findings findings) {
    rides(conference.owned(), conference.published())
        .forEach((person, rides) -> judge(person, rides, findings));
  }

  static void judge(String person, List<Ride> rides, Findings findings) {
    for (int i = 0; i < rides.size(); i++) {
      for (var other : rides.subList(i + 1, rides.size())) {
        var one = rides.get(i);
        if (one.pickup() != other.pickup()) {
          var pickup = one.pickup() ? one : other;
          var bus = one.pickup() ? other : one;
          if (bus.isUnderWay(pickup.from())) {
            findings.named("arrives-during", person, pickup.trip(), bus.trip());
          }
        } else if (one.overlaps(other)) {
          findings.broken("two-vehicles", person, one.trip(), other.trip());
        }
      }
    }
  }

  private static Map<String, List<Ride>> rides(Owned owned, Published published) {
    Map<String, List<Ride>> rides = new TreeMap<>();
    owned.trips().stream()
        .sorted(Comparator.comparing(Owned.Trip::code))
        .forEach(trip -> {
          var list = published.manifests().get(TRIP + trip.code());
          if (list != null) {
            list.lines()
                .forEach((person, line) ->
                    ride(owned, trip, line)
                        .ifPresent(ride ->
                            rides.computeIfAbsent(person, _ -> new ArrayList<>()).add(ride)));
          }
        });
    return rides;
  }

  private static Optional<Ride> ride(Owned owned, Owned.Trip trip, Map<String, String> line) {
    if (trip.isPickup()) {
      var until = trip.windowTo();
      return until == null
          ? Optional.empty()
          : time(line.getOrDefault("time", ""))
              .map(time -> new Ride(trip.code(), true, time, until));
    }
    var route = owned.routes().get(trip.route());
    if (route == null) {
      return Optional.empty();
    }
    var departs = trip.departs();
    return Optional.of(
        new Ride(trip.code(), false, departs == null ? route.departs() : departs, route.returns()));
  }

  /// What is no time is a line that differs: another rule's business.
  private static Optional<LocalDateTime> time(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
