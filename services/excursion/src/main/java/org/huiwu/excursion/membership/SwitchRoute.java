package org.huiwu.excursion.membership;

import org.huiwu.excursion.membership.MembershipEvent.MemberLeft;
import org.huiwu.excursion.membership.MembershipEvent.RouteSwitched;

/// The command to change somebody's route by plan.
///
/// @param route empty for none: the person leaves the bus
public record SwitchRoute(String person, String route) {

  /// What comes of the command.
  public sealed interface Decision {
    record Decided(MembershipEvent event) implements Decision {}

    /// A switch to the present route is none, for the absent too.
    record Unchanged() implements Decision {}

    record Refused(Refusal why) implements Decision {}
  }

  /// Why a switch is refused.
  public enum Refusal {
    PERSON_WITHDRAWN,
    ROUTE_UNKNOWN,
    ROUTE_CANCELLED
  }

  /// One who switches goes on the bus of the new route with the most free seats; companions do not
  /// follow; a switch ends an absence (FORMAT.md, "The rules behind the manifests").
  Decision decide(Membership current, boolean attending, Fleet fleet) {
    if (!attending) {
      return new Decision.Refused(Refusal.PERSON_WITHDRAWN);
    }
    if (route.equals(current.route())) {
      return new Decision.Unchanged();
    }
    if (route.isEmpty()) {
      return new Decision.Decided(new MemberLeft(person));
    }
    return switch (fleet.status(route)) {
      case UNKNOWN -> new Decision.Refused(Refusal.ROUTE_UNKNOWN);
      case CANCELLED -> new Decision.Refused(Refusal.ROUTE_CANCELLED);
      case OPEN ->
          new Decision.Decided(
              new RouteSwitched(person, route, fleet.mostFree(route).map(Bus::code).orElse("")));
    };
  }
}
