package org.huiwu.excursion.membership;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The excursion buses that run, and how full they are while one transaction decides.
///
/// A member holds a seat while attending and not called absent. Seats are counted only when a
/// decision asks for them, and follow what the transaction itself has decided so far.
public final class Fleet {
  private final SortedMap<String, Bus> running = new TreeMap<>();
  private final Map<String, RouteStatus> routes;
  private final Function<String, Map<String, Integer>> stored;
  private final Map<String, Map<String, Integer>> takenByRoute = new HashMap<>();
  private final Map<String, Integer> decided = new HashMap<>();

  /// @param buses of trips that are not cancelled; those of a cancelled route do not run
  /// @param routes the status of each route that was ever planned
  /// @param stored seats taken by bus, for the buses of one route, as the transaction found them;
  ///   buses without members may be missing
  public Fleet(
      Collection<Bus> buses,
      Map<String, RouteStatus> routes,
      Function<String, Map<String, Integer>> stored) {
    this.routes = routes;
    this.stored = stored;
    buses.stream()
        .filter(b -> status(b.route()) != RouteStatus.CANCELLED)
        .forEach(b -> running.put(b.code(), b));
  }

  RouteStatus status(String route) {
    return routes.getOrDefault(route, RouteStatus.UNKNOWN);
  }

  Optional<Bus> find(String code) {
    return Optional.ofNullable(running.get(code));
  }

  /// Whether the member's bus runs on the member's route.
  boolean carries(Membership member) {
    return find(member.bus()).filter(b -> b.route().equals(member.route())).isPresent();
  }

  /// The bus of the route that lists the delegation; of several the lowest code.
  Optional<Bus> ofDelegation(String route, String delegation) {
    return running.values().stream()
        .filter(b -> b.route().equals(route) && b.delegations().contains(delegation))
        .findFirst();
  }

  /// The bus of the route with the most free seats, be it fewer than none; of several the lowest
  /// code as text.
  Optional<Bus> mostFree(String route) {
    return running.values().stream()
        .filter(b -> b.route().equals(route))
        .max(
            Comparator.comparingInt(this::free)
                .thenComparing(Bus::code, Comparator.reverseOrder()));
  }

  int free(Bus bus) {
    var taken = takenByRoute.computeIfAbsent(bus.route(), stored);
    return bus.seats() - taken.getOrDefault(bus.code(), 0) - decided.getOrDefault(bus.code(), 0);
  }

  /// Notes a decision of the open transaction.
  void moved(@Nullable Membership before, Membership after, boolean attending) {
    if (attending) {
      if (before != null && !before.absent()) {
        decided.merge(before.bus(), -1, Integer::sum);
      }
      if (!after.absent()) {
        decided.merge(after.bus(), 1, Integer::sum);
      }
    }
  }
}
