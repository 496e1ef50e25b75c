package org.huiwu.excursion.membership;

import org.huiwu.excursion.membership.MembershipEvent.CalledAbsent;
import org.huiwu.excursion.membership.MembershipEvent.MemberLeft;
import org.huiwu.excursion.membership.MembershipEvent.MemberPlaced;
import org.huiwu.excursion.membership.MembershipEvent.RouteSwitched;
import org.huiwu.excursion.membership.MembershipEvent.SeenAboard;
import org.jspecify.annotations.Nullable;

/// Which route and bus a person belongs to: the aggregate of this service. Withdrawn people keep
/// theirs, but hold no seat and are on no list.
///
/// Invariants: without a route there is no bus; a bus that is set runs on that route; who is absent
/// has not been seen aboard since they came onto the bus.
///
/// @param route empty when the person takes part in no excursion
/// @param bus the trip's code, empty when none, or none yet (unplaced)
/// @param absent called absent by the roll-call of this very bus
/// @param rule how a bus is found while there is none
/// @param seen the latest sighting aboard this bus since the person came onto it
/// @param version of what others are told: route, bus and absent; 1 at the beginning
public record Membership(
    String person,
    String route,
    String bus,
    boolean absent,
    BusRule rule,
    @Nullable Sighting seen,
    long version) {

  static Membership first(MemberPlaced placed) {
    return new Membership(
        placed.person(), placed.route(), placed.bus(), false, placed.rule(), null, 1);
  }

  public boolean unplaced() {
    return !route.isEmpty() && bus.isEmpty();
  }

  boolean isOn(Bus trip) {
    return bus.equals(trip.code());
  }

  /// Whether others would notice the difference. A further sighting aboard one's own bus is kept
  /// and not told.
  boolean looksLike(Membership other) {
    return route.equals(other.route) && bus.equals(other.bus) && absent == other.absent;
  }

  Membership after(MembershipEvent event) {
    var next =
        switch (event) {
          case MemberPlaced(_, var to, var on, var by) -> on(to, on, by, null);
          case RouteSwitched(_, var to, var on) -> on(to, on, BusRule.MOST_FREE_SEATS, null);
          case MemberLeft _ -> on("", "", BusRule.MOST_FREE_SEATS, null);
          case SeenAboard(_, var to, var on, var sighting) ->
              on(to, on, rule, on.equals(bus) ? later(seen, sighting) : sighting);
          case CalledAbsent _ -> new Membership(person, route, bus, true, rule, null, version);
        };
    return looksLike(next) ? next : next.version(version + 1);
  }

  private Membership on(String to, String on, BusRule by, @Nullable Sighting sighting) {
    return new Membership(person, to, on, false, by, sighting, version);
  }

  private Membership version(long n) {
    return new Membership(person, route, bus, absent, rule, seen, n);
  }

  private static Sighting later(@Nullable Sighting one, Sighting other) {
    return one == null || one.compareTo(other) < 0 ? other : one;
  }
}
