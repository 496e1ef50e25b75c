package org.huiwu.excursion.membership;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Short words for the facts that the rules' tests are about.
final class Examples {
  static final String P = "p";

  private Examples() {}

  static Bus bus(String code, String route, int seats, String... delegations) {
    return new Bus(code, route, seats, Set.of(delegations));
  }

  static Passenger delegate(String delegation, String route) {
    return new Passenger(P, 1, delegation, true, null, route, false, null);
  }

  static Passenger companion(String host, String delegation, String route) {
    return new Passenger(P, 2, delegation, true, host, route, false, null);
  }

  static Passenger companionAsHost(String host, String delegation) {
    return new Passenger(P, 2, delegation, true, host, "", true, null);
  }

  static Passenger substitute(String predecessor, String delegation, String route) {
    return new Passenger(P, 2, delegation, true, null, route, false, predecessor);
  }

  static Passenger withdrawn(Passenger p) {
    return new Passenger(
        p.person(),
        p.order(),
        p.delegation(),
        false,
        p.companionOf(),
        p.requestedRoute(),
        p.routeAsHost(),
        p.substituteFor());
  }

  static Membership on(String route, String bus) {
    return on(P, route, bus);
  }

  static Membership on(String person, String route, String bus) {
    return new Membership(person, route, bus, false, BusRule.DELEGATION, null, 1);
  }

  static Membership absentOn(String route, String bus) {
    return new Membership(P, route, bus, true, BusRule.DELEGATION, null, 2);
  }

  static Membership seenOn(String route, String bus, Sighting sighting) {
    return new Membership(P, route, bus, false, BusRule.DELEGATION, sighting, 1);
  }

  static Function<String, Optional<Membership>> among(Membership... memberships) {
    Map<String, Membership> all = new HashMap<>();
    Arrays.stream(memberships).forEach(m -> all.put(m.person(), m));
    return person -> Optional.ofNullable(all.get(person));
  }

  /// Nobody has a seat yet; all routes are open.
  static Fleet fleet(Bus... buses) {
    return fleet(Map.of(), buses);
  }

  static Fleet fleet(Map<String, Integer> taken, Bus... buses) {
    Map<String, RouteStatus> routes = new HashMap<>();
    List.of("R1", "R2", "R3").forEach(r -> routes.put(r, RouteStatus.OPEN));
    routes.put("GONE", RouteStatus.CANCELLED);
    return new Fleet(List.of(buses), routes, _ -> taken);
  }

  /// A sighting at that minute past 13:00, learnt as the n-th.
  static Sighting at(int minute, int n) {
    return new Sighting(
        LocalDateTime.of(2026, 6, 9, 13, minute), Instant.parse("2026-06-09T06:00:00Z"), n);
  }
}
