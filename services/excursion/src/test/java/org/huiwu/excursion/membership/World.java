package org.huiwu.excursion.membership;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.excursion.membership.SwitchRoute.Decision;

/// A conference without servers: facts come in as the listeners and desks bring them, the real
/// decisions are made.
final class World implements Passengers, Fleets {

  /// What was announced, in order.
  record Announced(String person, String event, String route, String bus, long version) {}

  /// What others see of a membership.
  record Place(String route, String bus, boolean absent) {}

  private static final UUID CONFERENCE = new UUID(1, 1);

  final List<Announced> announced = new ArrayList<>();
  final RollCallsInMemory rollCalls = new RollCallsInMemory();
  private final MembershipsInMemory memberships = new MembershipsInMemory();
  private final Map<String, Passenger> passengers = new LinkedHashMap<>();
  private final Map<String, Bus> trips = new HashMap<>();
  private final Map<String, RouteStatus> routes = new HashMap<>();
  private final Boarding boarding = new Boarding(memberships, this, this, rollCalls);

  World routes(String... codes) {
    Arrays.stream(codes).forEach(c -> routes.put(c, RouteStatus.OPEN));
    return this;
  }

  World bus(String code, String route, int seats, String... delegations) {
    trips.put(code, Examples.bus(code, route, seats, delegations));
    boarding.tripsChanged(CONFERENCE, List.of(code), this::announce);
    return this;
  }

  World busCancelled(String code) {
    trips.remove(code);
    boarding.tripsChanged(CONFERENCE, List.of(code), this::announce);
    return this;
  }

  World routeCancelled(String route) {
    routes.put(route, RouteStatus.CANCELLED);
    boarding.routeCancelled(CONFERENCE, route, this::announce);
    return this;
  }

  World delegate(String person, String delegation, String route) {
    return known(new Passenger(person, 0, delegation, true, null, route, false, null));
  }

  World companionAsHost(String person, String host, String delegation) {
    return known(new Passenger(person, 0, delegation, true, host, "", true, null));
  }

  World substitute(String person, String predecessor, String delegation, String route) {
    return known(new Passenger(person, 0, delegation, true, null, route, false, predecessor));
  }

  World withdrawn(String person) {
    return known(Examples.withdrawn(passenger(person)));
  }

  World reinstated(String person) {
    var p = passenger(person);
    return known(
        new Passenger(
            p.person(),
            p.order(),
            p.delegation(),
            true,
            p.companionOf(),
            p.requestedRoute(),
            p.routeAsHost(),
            p.substituteFor()));
  }

  /// As the listener does: several at once when they come in one changeset.
  World known(Passenger... people) {
    for (var p : people) {
      var former = passengers.get(p.person());
      passengers.put(
          p.person(),
          new Passenger(
              p.person(),
              former == null ? passengers.size() + 1 : former.order(),
              p.delegation(),
              p.attending(),
              p.companionOf(),
              p.requestedRoute(),
              p.routeAsHost(),
              p.substituteFor()));
    }
    boarding.peopleKnown(
        CONFERENCE, Arrays.stream(people).map(Passenger::person).toList(), this::announce);
    return this;
  }

  World rollCall(
      String id,
      String trip,
      int minute,
      List<String> aboard,
      List<String> absent,
      List<String> unexpected) {
    boarding.rollCallTaken(
        CONFERENCE,
        RollCall.of(
            id,
            trip,
            LocalDateTime.of(2026, 6, 9, 13, minute),
            Instant.parse("2026-06-09T06:00:00Z"),
            aboard,
            absent,
            unexpected),
        this::announce);
    return this;
  }

  Decision switchRoute(String person, String route) {
    var current = memberships.find(CONFERENCE, person).orElseThrow();
    return boarding.switchRoute(
        CONFERENCE, current, new SwitchRoute(person, route), this::announce);
  }

  Place place(String person) {
    return memberships
        .find(CONFERENCE, person)
        .map(m -> new Place(m.route(), m.bus(), m.absent()))
        .orElseThrow();
  }

  boolean hasPlace(String person) {
    return memberships.find(CONFERENCE, person).isPresent();
  }

  /// Of everybody who attends and has one.
  Map<String, Place> places() {
    Map<String, Place> places = new LinkedHashMap<>();
    passengers.keySet().stream()
        .sorted()
        .filter(p -> hasPlace(p) && passenger(p).attending())
        .forEach(p -> places.put(p, place(p)));
    return places;
  }

  private Passenger passenger(String person) {
    var passenger = passengers.get(person);
    if (passenger == null) {
      throw new IllegalStateException(person + " is not known");
    }
    return passenger;
  }

  private void announce(Membership m, MembershipEvent last) {
    announced.add(new Announced(m.person(), last.wireName(), m.route(), m.bus(), m.version()));
  }

  @Override
  public List<Passenger> of(UUID conference, Collection<String> people) {
    return passengers.values().stream().filter(p -> people.contains(p.person())).toList();
  }

  @Override
  public List<Passenger> waitingFor(UUID conference, Collection<String> people) {
    return passengers.values().stream()
        .filter(p -> !hasPlace(p.person()))
        .filter(p ->
            (p.companionOf() != null && people.contains(p.companionOf()))
                || (p.substituteFor() != null && people.contains(p.substituteFor())))
        .toList();
  }

  @Override
  public Fleet of(UUID conference) {
    return new Fleet(trips.values(), routes, this::taken);
  }

  private Map<String, Integer> taken(String route) {
    Map<String, Integer> taken = new HashMap<>();
    memberships.onRoute(CONFERENCE, route).stream()
        .filter(m -> !m.absent() && passenger(m.person()).attending())
        .forEach(m -> taken.merge(m.bus(), 1, Integer::sum));
    return taken;
  }
}
