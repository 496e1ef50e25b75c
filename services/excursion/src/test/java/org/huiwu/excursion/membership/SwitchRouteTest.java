package org.huiwu.excursion.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.excursion.membership.Examples.P;
import static org.huiwu.excursion.membership.Examples.absentOn;
import static org.huiwu.excursion.membership.Examples.at;
import static org.huiwu.excursion.membership.Examples.bus;
import static org.huiwu.excursion.membership.Examples.fleet;
import static org.huiwu.excursion.membership.Examples.on;
import static org.huiwu.excursion.membership.Examples.seenOn;

import java.util.Map;
import org.huiwu.excursion.membership.MembershipEvent.MemberLeft;
import org.huiwu.excursion.membership.MembershipEvent.RouteSwitched;
import org.huiwu.excursion.membership.SwitchRoute.Decision;
import org.huiwu.excursion.membership.SwitchRoute.Refusal;
import org.junit.jupiter.api.Test;

class SwitchRouteTest {
  private static final Bus A = bus("X2A", "R2", 45, "BJ");
  private static final Bus B = bus("X2B", "R2", 45);
  private static final Bus C = bus("X2C", "R2", 45);
  private static final Bus OTHER = bus("X1A", "R1", 99, "BJ");

  private static Decision to(String route, Membership current, Fleet fleet) {
    return new SwitchRoute(P, route).decide(current, true, fleet);
  }

  private static Decision switched(String route, String bus) {
    return new Decision.Decided(new RouteSwitched(P, route, bus));
  }

  private static Membership after(Decision decision, Membership current) {
    return switch (decision) {
      case Decision.Decided(var event) -> current.after(event);
      case Decision.Unchanged _, Decision.Refused _ -> current;
    };
  }

  @Test
  void a_switch_goes_to_the_bus_with_most_free_seats() {
    var fleet = fleet(Map.of("X2A", 40, "X2B", 30, "X2C", 31), A, B, C, OTHER);
    assertThat(to("R2", on("R1", "X1A"), fleet)).isEqualTo(switched("R2", "X2B"));
  }

  @Test
  void the_delegations_bus_plays_no_part_in_a_switch() {
    var fleet = fleet(Map.of("X2A", 10, "X2B", 9), A, B);
    assertThat(to("R2", on("R1", "X1A"), fleet)).isEqualTo(switched("R2", "X2B"));
  }

  @Test
  void somebody_without_a_route_who_switches_to_one_goes_by_free_seats_too() {
    var fleet = fleet(Map.of("X2A", 10), A, B);
    assertThat(to("R2", on("", ""), fleet)).isEqualTo(switched("R2", "X2B"));
  }

  @Test
  void a_tie_goes_to_the_lowest_code_as_text() {
    var fleet = fleet(bus("X9", "R2", 45), bus("X10", "R2", 45), bus("x1", "R2", 45));
    assertThat(to("R2", on("R1", "X1A"), fleet)).isEqualTo(switched("R2", "X10"));
  }

  @Test
  void when_all_buses_are_overfull_the_least_overfull_takes_the_person() {
    var fleet = fleet(Map.of("X2A", 49, "X2B", 47, "X2C", 48), A, B, C);
    assertThat(to("R2", on("R1", "X1A"), fleet)).isEqualTo(switched("R2", "X2B"));
  }

  @Test
  void free_seats_count_seats_not_people() {
    var fleet = fleet(Map.of("X2A", 10, "X2S", 0), A, bus("X2S", "R2", 20));
    assertThat(to("R2", on("R1", "X1A"), fleet)).isEqualTo(switched("R2", "X2A"));
  }

  @Test
  void without_a_bus_on_the_new_route_the_person_is_unplaced() {
    assertThat(to("R2", on("R1", "X1A"), fleet(OTHER))).isEqualTo(switched("R2", ""));
  }

  @Test
  void a_switch_to_the_present_route_is_none_even_when_another_bus_is_emptier() {
    var fleet = fleet(Map.of("X2A", 40), A, B);
    assertThat(to("R2", on("R2", "X2A"), fleet)).isEqualTo(new Decision.Unchanged());
  }

  @Test
  void a_switch_from_no_route_to_no_route_is_none() {
    assertThat(to("", on("", ""), fleet(A))).isEqualTo(new Decision.Unchanged());
  }

  @Test
  void an_absent_person_who_switches_to_the_present_route_stays_absent() {
    var absent = absentOn("R2", "X2A");
    assertThat(after(to("R2", absent, fleet(A, B)), absent)).isEqualTo(absent);
  }

  @Test
  void a_switch_to_another_route_ends_an_absence() {
    var absent = absentOn("R1", "X1A");
    assertThat(after(to("R2", absent, fleet(A)), absent))
        .isEqualTo(new Membership(P, "R2", "X2A", false, BusRule.MOST_FREE_SEATS, null, 3));
  }

  @Test
  void a_switch_to_no_route_leaves_the_bus_and_ends_an_absence() {
    var absent = absentOn("R1", "X1A");
    var decision = to("", absent, fleet(OTHER));
    assertThat(decision).isEqualTo(new Decision.Decided(new MemberLeft(P)));
    assertThat(after(decision, absent))
        .isEqualTo(new Membership(P, "", "", false, BusRule.MOST_FREE_SEATS, null, 3));
  }

  @Test
  void switching_away_and_back_goes_to_the_bus_with_most_free_seats_then() {
    var fleet = fleet(Map.of("X2A", 20, "X2B", 10), A, B, OTHER);
    var start = on("R2", "X2A");
    var away = after(to("R1", start, fleet), start);
    assertThat(after(to("R2", away, fleet), away).bus()).isEqualTo("X2B");
  }

  @Test
  void a_sighting_pins_nobody_against_a_plan_and_a_switch_starts_afresh() {
    var seen = seenOn("R1", "X1A", at(50, 1));
    var switched = after(to("R2", seen, fleet(A)), seen);
    assertThat(switched.bus()).isEqualTo("X2A");
    assertThat(switched.seen()).isNull();
  }

  @Test
  void a_withdrawn_person_is_not_switched() {
    assertThat(new SwitchRoute(P, "R2").decide(on("R1", "X1A"), false, fleet(A)))
        .isEqualTo(new Decision.Refused(Refusal.PERSON_WITHDRAWN));
  }

  @Test
  void an_unknown_route_is_refused() {
    assertThat(to("R9", on("R1", "X1A"), fleet(A)))
        .isEqualTo(new Decision.Refused(Refusal.ROUTE_UNKNOWN));
  }

  @Test
  void a_cancelled_route_is_refused() {
    assertThat(to("GONE", on("R1", "X1A"), fleet(A)))
        .isEqualTo(new Decision.Refused(Refusal.ROUTE_CANCELLED));
  }
}
