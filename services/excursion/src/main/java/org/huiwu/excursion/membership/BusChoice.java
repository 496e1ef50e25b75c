package org.huiwu.excursion.membership;

import java.util.Optional;
import java.util.function.Function;

/// Which bus somebody without one gets, by the rule that their membership bears.
final class BusChoice {

  private BusChoice() {}

  static Optional<Bus> of(
      String route,
      BusRule rule,
      Passenger passenger,
      Function<String, Optional<Membership>> memberships,
      Fleet fleet) {
    if (route.isEmpty()) {
      return Optional.empty();
    }
    return switch (rule) {
      case HOST ->
          hostsBus(route, passenger, memberships, fleet)
              .or(() -> fleet.ofDelegation(route, passenger.delegation()));
      case DELEGATION -> fleet.ofDelegation(route, passenger.delegation());
      case MOST_FREE_SEATS -> passenger.attending() ? fleet.mostFree(route) : Optional.empty();
    };
  }

  private static Optional<Bus> hostsBus(
      String route,
      Passenger passenger,
      Function<String, Optional<Membership>> memberships,
      Fleet fleet) {
    return Optional.ofNullable(passenger.companionOf())
        .flatMap(memberships)
        .filter(h -> h.route().equals(route))
        .flatMap(h -> fleet.find(h.bus()));
  }
}
