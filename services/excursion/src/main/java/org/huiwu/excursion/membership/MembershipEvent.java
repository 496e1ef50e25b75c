package org.huiwu.excursion.membership;

/// Everything that can happen to a membership.
public sealed interface MembershipEvent {
  String person();

  /// The event's name on the wire, e.g. `route-switched` of `excursion.route-switched.v1`.
  String wireName();

  /// First known, or given a bus without having asked for one: a bus appeared, or the former one
  /// does not run any more.
  ///
  /// @param bus empty when no bus can be found yet: unplaced
  record MemberPlaced(String person, String route, String bus, BusRule rule)
      implements MembershipEvent {
    @Override
    public String wireName() {
      return "member-placed";
    }
  }

  /// Changed to another route by plan, or to another bus of it.
  ///
  /// @param bus empty when no bus of the route runs yet
  record RouteSwitched(String person, String route, String bus) implements MembershipEvent {
    @Override
    public String wireName() {
      return "route-switched";
    }
  }

  /// The roll-call of the person's own bus missed them.
  record CalledAbsent(String person, String bus) implements MembershipEvent {
    @Override
    public String wireName() {
      return "called-absent";
    }
  }

  /// Seen aboard a bus, which is theirs from then on.
  record SeenAboard(String person, String route, String bus, Sighting sighting)
      implements MembershipEvent {
    @Override
    public String wireName() {
      return "seen-aboard";
    }
  }

  /// Takes part in no excursion any more: by plan, or because the route was cancelled.
  record MemberLeft(String person) implements MembershipEvent {
    @Override
    public String wireName() {
      return "member-left";
    }
  }
}
