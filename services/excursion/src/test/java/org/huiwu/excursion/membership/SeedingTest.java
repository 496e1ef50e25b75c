package org.huiwu.excursion.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.excursion.membership.Examples.P;
import static org.huiwu.excursion.membership.Examples.absentOn;
import static org.huiwu.excursion.membership.Examples.among;
import static org.huiwu.excursion.membership.Examples.bus;
import static org.huiwu.excursion.membership.Examples.companion;
import static org.huiwu.excursion.membership.Examples.companionAsHost;
import static org.huiwu.excursion.membership.Examples.delegate;
import static org.huiwu.excursion.membership.Examples.fleet;
import static org.huiwu.excursion.membership.Examples.on;
import static org.huiwu.excursion.membership.Examples.substitute;
import static org.huiwu.excursion.membership.Examples.withdrawn;

import java.util.Map;
import org.huiwu.excursion.membership.MembershipEvent.MemberPlaced;
import org.junit.jupiter.api.Test;

class SeedingTest {
  private static final Bus A = bus("X1A", "R1", 2, "BJ", "TJ");
  private static final Bus B = bus("X1B", "R1", 40, "HE");
  private static final Bus Q = bus("X2A", "R2", 40, "BJ");

  private static Seeding placed(String route, String bus, BusRule rule) {
    return new Seeding.Placed(new MemberPlaced(P, route, bus, rule));
  }

  private static Seeding seed(Passenger passenger, Fleet fleet, Membership... others) {
    return Seeding.of(passenger, among(others), fleet);
  }

  @Test
  void a_person_first_known_goes_on_the_routes_bus_that_lists_the_delegation() {
    assertThat(seed(delegate("BJ", "R1"), fleet(B, Q, A)))
        .isEqualTo(placed("R1", "X1A", BusRule.DELEGATION));
  }

  @Test
  void the_delegations_bus_is_taken_full_or_not() {
    assertThat(seed(delegate("BJ", "R1"), fleet(Map.of("X1A", 7), A, B)))
        .isEqualTo(placed("R1", "X1A", BusRule.DELEGATION));
  }

  @Test
  void of_several_buses_that_list_the_delegation_the_lowest_code_is_taken() {
    assertThat(seed(delegate("BJ", "R1"), fleet(bus("X1Z", "R1", 40, "BJ"), A)))
        .isEqualTo(placed("R1", "X1A", BusRule.DELEGATION));
  }

  @Test
  void without_a_bus_that_lists_the_delegation_a_person_is_unplaced() {
    assertThat(seed(delegate("XZ", "R1"), fleet(A, B)))
        .isEqualTo(placed("R1", "", BusRule.DELEGATION));
  }

  @Test
  void a_person_without_a_route_has_a_membership_without_one() {
    assertThat(seed(delegate("BJ", ""), fleet(A))).isEqualTo(placed("", "", BusRule.DELEGATION));
  }

  @Test
  void nobody_is_placed_on_a_cancelled_route() {
    assertThat(seed(delegate("BJ", "GONE"), fleet(bus("X9", "GONE", 40, "BJ"))))
        .isEqualTo(placed("", "", BusRule.DELEGATION));
  }

  @Test
  void a_withdrawn_person_keeps_the_place_of_the_delegation() {
    assertThat(seed(withdrawn(delegate("BJ", "R1")), fleet(A)))
        .isEqualTo(placed("R1", "X1A", BusRule.DELEGATION));
  }

  @Test
  void a_companion_as_the_host_goes_on_the_hosts_present_route_and_bus() {
    assertThat(seed(companionAsHost("h", "BJ"), fleet(A, B), on("h", "R1", "X1B")))
        .isEqualTo(placed("R1", "X1B", BusRule.HOST));
  }

  @Test
  void a_companion_as_a_host_who_stays_at_home_stays_too() {
    assertThat(seed(companionAsHost("h", "BJ"), fleet(A), on("h", "", "")))
        .isEqualTo(placed("", "", BusRule.HOST));
  }

  @Test
  void a_companion_who_asks_for_the_hosts_present_route_goes_on_the_hosts_bus() {
    assertThat(seed(companion("h", "BJ", "R1"), fleet(A, B), on("h", "R1", "X1B")))
        .isEqualTo(placed("R1", "X1B", BusRule.HOST));
  }

  @Test
  void a_companion_who_asks_for_another_route_goes_on_the_delegations_bus() {
    assertThat(seed(companion("h", "BJ", "R2"), fleet(A, B, Q), on("h", "R1", "X1B")))
        .isEqualTo(placed("R2", "X2A", BusRule.DELEGATION));
  }

  @Test
  void a_companion_who_asks_for_no_route_needs_no_host() {
    assertThat(seed(companion("h", "BJ", ""), fleet(A)))
        .isEqualTo(placed("", "", BusRule.DELEGATION));
  }

  @Test
  void a_companion_waits_for_a_host_who_is_not_known() {
    assertThat(seed(companionAsHost("h", "BJ"), fleet(A))).isEqualTo(new Seeding.Waits("h"));
    assertThat(seed(companion("h", "BJ", "R1"), fleet(A))).isEqualTo(new Seeding.Waits("h"));
  }

  @Test
  void the_companion_of_an_absent_host_is_not_absent() {
    var host = new Membership("h", "R1", "X1A", true, BusRule.DELEGATION, null, 3);
    var seeding = seed(companionAsHost("h", "BJ"), fleet(A), host);
    assertThat(seeding)
        .isInstanceOfSatisfying(
            Seeding.Placed.class, p -> assertThat(Membership.first(p.event()).absent()).isFalse());
  }

  @Test
  void the_companion_of_an_unplaced_host_takes_the_delegations_bus_if_there_is_one() {
    var host = new Membership("h", "R2", "", false, BusRule.MOST_FREE_SEATS, null, 2);
    assertThat(seed(companionAsHost("h", "BJ"), fleet(A), host))
        .isEqualTo(placed("R2", "", BusRule.HOST));
    assertThat(seed(companionAsHost("h", "BJ"), fleet(A, Q), host))
        .isEqualTo(placed("R2", "X2A", BusRule.HOST));
  }

  @Test
  void a_substitute_takes_the_present_route_and_bus_whatever_was_asked_for() {
    var predecessor = new Membership("a", "R1", "X1B", false, BusRule.MOST_FREE_SEATS, null, 4);
    assertThat(seed(substitute("a", "BJ", "R2"), fleet(A, B, Q), predecessor))
        .isEqualTo(placed("R1", "X1B", BusRule.MOST_FREE_SEATS));
  }

  @Test
  void a_substitute_does_not_take_the_absence_nor_the_sighting() {
    var seeding =
        seed(
            substitute("p0", "BJ", "R1"),
            fleet(A),
            new Membership("p0", "R1", "X1A", true, BusRule.DELEGATION, null, 2));
    assertThat(seeding)
        .isInstanceOfSatisfying(
            Seeding.Placed.class,
            p ->
                assertThat(Membership.first(p.event()))
                    .isEqualTo(on("R1", "X1A"))
                    .isNotEqualTo(absentOn("R1", "X1A")));
  }

  @Test
  void the_substitute_of_a_companion_goes_where_the_companion_was_not_with_the_host() {
    var passenger = new Passenger(P, 3, "BJ", true, "h", "", true, "c");
    assertThat(
            Seeding.of(
                passenger, among(on("h", "R2", "X2A"), on("c", "R1", "X1B")), fleet(A, B, Q)))
        .isEqualTo(placed("R1", "X1B", BusRule.DELEGATION));
  }

  @Test
  void a_substitute_waits_for_the_one_whose_place_it_takes() {
    assertThat(seed(substitute("a", "BJ", "R1"), fleet(A))).isEqualTo(new Seeding.Waits("a"));
  }
}
