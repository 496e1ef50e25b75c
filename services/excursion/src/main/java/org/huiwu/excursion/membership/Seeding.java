package org.huiwu.excursion.membership;

import java.util.Optional;
import java.util.function.Function;
import org.huiwu.excursion.membership.MembershipEvent.MemberPlaced;

/// Where a person goes when first known (FORMAT.md, "When first known, a person goes on the route's
/// bus that lists their delegation; a companion added later goes with the host").
///
/// Full or not: seats play no part. Nor does attending: a withdrawn person keeps a place to come
/// back to.
public sealed interface Seeding {

  record Placed(MemberPlaced event) implements Seeding {}

  /// The place of another person decides, and that one is not known yet.
  record Waits(String forPerson) implements Seeding {}

  /// @param memberships of those who are placed already, by person
  static Seeding of(
      Passenger passenger, Function<String, Optional<Membership>> memberships, Fleet fleet) {
    var predecessor = passenger.substituteFor();
    if (predecessor != null) {
      return memberships
          .apply(predecessor)
          .map(p -> placeOf(p, passenger, memberships, fleet))
          .orElseGet(() -> new Waits(predecessor));
    }
    var host = passenger.companionOf();
    if (host != null && (passenger.routeAsHost() || !passenger.requestedRoute().isEmpty())) {
      return memberships
          .apply(host)
          .map(h -> besides(h, passenger, memberships, fleet))
          .orElseGet(() -> new Waits(host));
    }
    return placed(passenger, passenger.requestedRoute(), BusRule.DELEGATION, memberships, fleet);
  }

  /// A substitute takes the place as it is now, but not the absence.
  private static Seeding placeOf(
      Membership predecessor,
      Passenger passenger,
      Function<String, Optional<Membership>> memberships,
      Fleet fleet) {
    return predecessor.bus().isEmpty()
        ? placed(passenger, predecessor.route(), predecessor.rule(), memberships, fleet)
        : new Placed(
            new MemberPlaced(
                passenger.person(), predecessor.route(), predecessor.bus(), predecessor.rule()));
  }

  private static Seeding besides(
      Membership host,
      Passenger passenger,
      Function<String, Optional<Membership>> memberships,
      Fleet fleet) {
    var route = passenger.routeAsHost() ? host.route() : passenger.requestedRoute();
    var rule = route.equals(host.route()) ? BusRule.HOST : BusRule.DELEGATION;
    return placed(passenger, route, rule, memberships, fleet);
  }

  private static Seeding placed(
      Passenger passenger,
      String route,
      BusRule rule,
      Function<String, Optional<Membership>> memberships,
      Fleet fleet) {
    var open = fleet.status(route) == RouteStatus.CANCELLED ? "" : route;
    var bus = BusChoice.of(open, rule, passenger, memberships, fleet).map(Bus::code).orElse("");
    return new Placed(new MemberPlaced(passenger.person(), open, bus, rule));
  }
}
