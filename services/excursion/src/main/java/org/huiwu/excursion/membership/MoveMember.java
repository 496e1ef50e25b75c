package org.huiwu.excursion.membership;

import org.huiwu.excursion.membership.MembershipEvent.MemberLeft;
import org.huiwu.excursion.membership.MembershipEvent.RouteSwitched;

/// The command to put somebody on another bus or route by plan, as a liaison asks for it at the
/// step of a bus.
///
/// @param route empty for none: the person leaves the bus
/// @param bus the trip's code; empty for the one with the most free seats
public record MoveMember(String person, String route, String bus) {

  /// What comes of the command.
  public sealed interface Decision {
    record Decided(MembershipEvent event) implements Decision {}

    /// The person is there already, whoever did it.
    record Already() implements Decision {}

    record Hindered(Hindrance by) implements Decision {}
  }

  /// As a switch of route, but to the bus that was named: full or not, an overfull bus is an
  /// exception and no refusal (FORMAT.md, "The rules behind the manifests"). Ends an absence;
  /// companions do not follow.
  Decision decide(Membership current, boolean attending, Fleet fleet) {
    if (!attending) {
      return new Decision.Hindered(Hindrance.PERSON_WITHDRAWN);
    }
    if (isSo(current)) {
      return new Decision.Already();
    }
    if (route.isEmpty()) {
      return new Decision.Decided(new MemberLeft(person));
    }
    return switch (fleet.status(route)) {
      case UNKNOWN -> new Decision.Hindered(Hindrance.ROUTE_UNKNOWN);
      case CANCELLED -> new Decision.Hindered(Hindrance.ROUTE_CANCELLED);
      case OPEN -> onto(fleet);
    };
  }

  /// Whether there is nothing left to move.
  public boolean isSo(Membership current) {
    return route.equals(current.route()) && (bus.isEmpty() || bus.equals(current.bus()));
  }

  private Decision onto(Fleet fleet) {
    if (bus.isEmpty()) {
      return switched(fleet.mostFree(route).map(Bus::code).orElse(""));
    }
    return fleet
        .find(bus)
        .filter(b -> b.route().equals(route))
        .map(b -> switched(b.code()))
        .orElseGet(() -> new Decision.Hindered(Hindrance.BUS_NOT_RUNNING));
  }

  private Decision switched(String to) {
    return new Decision.Decided(new RouteSwitched(person, route, to));
  }
}
