package org.huiwu.excursion.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huiwu.excursion.membership.World.Announced;
import org.huiwu.excursion.membership.World.Place;
import org.junit.jupiter.api.Test;

class BoardingTest {
  private static final List<String> NOBODY = List.of();

  private final World world = new World().routes("R1", "R2");

  private static Place on(String route, String bus) {
    return new Place(route, bus, false);
  }

  @Test
  void a_bus_that_appears_takes_the_unplaced_of_the_delegations_that_it_lists() {
    world.delegate("a", "BJ", "R1").delegate("b", "TJ", "R1").delegate("c", "BJ", "R2");
    world.bus("X1A", "R1", 45, "BJ");
    assertThat(world.place("a")).isEqualTo(on("R1", "X1A"));
    assertThat(world.place("b")).isEqualTo(on("R1", ""));
    assertThat(world.place("c")).isEqualTo(on("R2", ""));
  }

  @Test
  void a_bus_that_appears_moves_nobody_else() {
    world.bus("X1B", "R1", 45, "BJ").delegate("a", "BJ", "R1");
    world.announced.clear();
    world.bus("X1A", "R1", 45, "BJ");
    assertThat(world.place("a")).isEqualTo(on("R1", "X1B"));
    assertThat(world.announced).isEmpty();
  }

  @Test
  void a_bus_that_appears_takes_those_who_switched_to_its_route_before_it_ran() {
    world.bus("X1A", "R1", 45, "BJ").delegate("a", "BJ", "R1");
    world.switchRoute("a", "R2");
    assertThat(world.place("a")).isEqualTo(on("R2", ""));
    world.bus("X2A", "R2", 45, "TJ");
    assertThat(world.place("a")).isEqualTo(on("R2", "X2A"));
  }

  @Test
  void a_bus_that_lists_further_delegations_takes_their_unplaced() {
    world.bus("X1A", "R1", 45, "BJ").delegate("b", "TJ", "R1");
    world.bus("X1A", "R1", 45, "BJ", "TJ");
    assertThat(world.place("b")).isEqualTo(on("R1", "X1A"));
  }

  @Test
  void an_unplaced_companion_goes_with_the_host_when_the_hosts_bus_appears() {
    world.delegate("h", "BJ", "R1").companionAsHost("c", "h", "TJ");
    world.bus("X1A", "R1", 45, "TJ").bus("X1B", "R1", 45, "BJ");
    assertThat(world.place("h")).isEqualTo(on("R1", "X1B"));
    assertThat(world.place("c")).isEqualTo(on("R1", "X1A"));

    var both = new World().routes("R1").delegate("h", "BJ", "R1").companionAsHost("c", "h", "XZ");
    both.bus("X1B", "R1", 45, "BJ");
    assertThat(both.place("c")).isEqualTo(on("R1", "X1B"));
  }

  @Test
  void hosts_are_placed_before_companions_who_were_known_first() {
    world.companionAsHost("c", "h", "XZ").delegate("h", "BJ", "R1");
    world.bus("X1A", "R1", 45, "BJ");
    assertThat(world.place("c")).isEqualTo(on("R1", "X1A"));
  }

  @Test
  void an_unplaced_companion_goes_with_the_host_who_gets_a_bus_on_being_reinstated() {
    world.bus("X1A", "R1", 45, "BJ").delegate("h", "BJ", "R1");
    world.switchRoute("h", "R2");
    world.companionAsHost("c", "h", "BJ").withdrawn("h").withdrawn("c");
    world.bus("X2A", "R2", 45, "TJ").reinstated("c");
    assertThat(world.place("c")).isEqualTo(on("R2", ""));
    world.reinstated("h");
    assertThat(world.place("h")).isEqualTo(on("R2", "X2A"));
    assertThat(world.place("c")).isEqualTo(on("R2", "X2A"));
  }

  @Test
  void the_members_of_a_cancelled_bus_go_to_the_buses_with_most_free_seats_in_registration_order() {
    world.bus("X1A", "R1", 45, "BJ").bus("X1B", "R1", 3, "TJ").bus("X1C", "R1", 2, "HE");
    world.delegate("z", "BJ", "R1").delegate("y", "BJ", "R1").delegate("x", "BJ", "R1");
    world.announced.clear();
    world.busCancelled("X1A");
    assertThat(world.announced)
        .containsExactly(
            new Announced("z", "member-placed", "R1", "X1B", 2),
            new Announced("y", "member-placed", "R1", "X1B", 2),
            new Announced("x", "member-placed", "R1", "X1C", 2));
  }

  @Test
  void with_no_bus_left_the_members_of_a_cancelled_bus_are_unplaced_until_one_appears() {
    world.bus("X1A", "R1", 45, "BJ").delegate("a", "BJ", "R1").busCancelled("X1A");
    assertThat(world.place("a")).isEqualTo(on("R1", ""));
    world.bus("X1N", "R1", 45, "TJ");
    assertThat(world.place("a")).isEqualTo(on("R1", "X1N"));
  }

  @Test
  void a_bus_that_changes_to_another_route_leaves_its_members_to_the_other_buses() {
    world.bus("X1A", "R1", 45, "BJ").bus("X1B", "R1", 45, "TJ").delegate("a", "BJ", "R1");
    world.bus("X1A", "R2", 45, "BJ");
    assertThat(world.place("a")).isEqualTo(on("R1", "X1B"));
  }

  @Test
  void the_absence_on_a_cancelled_bus_ends_with_it() {
    world.bus("X1A", "R1", 45, "BJ").bus("X1B", "R1", 45).delegate("a", "BJ", "R1");
    world.rollCall("c", "X1A", 50, NOBODY, List.of("a"), NOBODY);
    world.busCancelled("X1A");
    assertThat(world.place("a")).isEqualTo(on("R1", "X1B"));
  }

  @Test
  void a_withdrawn_member_of_a_cancelled_bus_gets_another_one_when_reinstated() {
    world.bus("X1A", "R1", 45, "BJ").bus("X1B", "R1", 45).delegate("a", "BJ", "R1");
    world.withdrawn("a").busCancelled("X1A");
    assertThat(world.place("a")).isEqualTo(on("R1", ""));
    world.reinstated("a");
    assertThat(world.place("a")).isEqualTo(on("R1", "X1B"));
  }

  @Test
  void a_change_of_seats_or_plate_moves_nobody() {
    world.bus("X1A", "R1", 2, "BJ").bus("X1B", "R1", 45).delegate("a", "BJ", "R1");
    world.announced.clear();
    world.bus("X1A", "R1", 0, "BJ");
    assertThat(world.announced).isEmpty();
  }

  @Test
  void the_members_of_a_cancelled_route_leave() {
    world.bus("X1A", "R1", 45, "BJ").delegate("a", "BJ", "R1").delegate("b", "BJ", "R1");
    world.withdrawn("b").routeCancelled("R1");
    assertThat(world.place("a")).isEqualTo(on("", ""));
    assertThat(world.place("b")).isEqualTo(on("", ""));
    assertThat(world.announced).contains(new Announced("a", "member-left", "", "", 2));
  }

  @Test
  void a_switch_touches_this_one_person_only() {
    world.bus("X1A", "R1", 45, "BJ").bus("X2A", "R2", 45).delegate("h", "BJ", "R1");
    world.companionAsHost("c", "h", "BJ");
    world.announced.clear();
    world.switchRoute("h", "R2");
    assertThat(world.announced)
        .containsExactly(new Announced("h", "route-switched", "R2", "X2A", 2));
    assertThat(world.place("c")).isEqualTo(on("R1", "X1A"));
  }

  @Test
  void a_switch_to_the_present_route_announces_nothing() {
    world.bus("X1A", "R1", 45, "BJ").bus("X1B", "R1", 45).delegate("a", "BJ", "R1");
    world.announced.clear();
    world.switchRoute("a", "R1");
    assertThat(world.announced).isEmpty();
  }

  @Test
  void the_absent_and_the_withdrawn_hold_no_seat_when_somebody_switches() {
    world.bus("X1A", "R1", 45, "BJ").bus("X2A", "R2", 2, "TJ").bus("X2B", "R2", 1, "HE");
    world.delegate("a", "BJ", "R1").delegate("b", "BJ", "R1");
    world.delegate("t", "TJ", "R2").delegate("u", "TJ", "R2");
    world.rollCall("c", "X2A", 50, NOBODY, List.of("t"), NOBODY).withdrawn("u");
    world.switchRoute("a", "R2");
    assertThat(world.place("a")).isEqualTo(on("R2", "X2A"));
    world.switchRoute("b", "R2");
    assertThat(world.place("b")).isEqualTo(on("R2", "X2A"));
  }

  @Test
  void a_companion_added_later_goes_on_the_hosts_present_bus() {
    world.bus("X1A", "R1", 45, "QH").bus("X2A", "R2", 1, "QH").bus("X2B", "R2", 45);
    world.delegate("h", "QH", "R1");
    world.switchRoute("h", "R2");
    world.companionAsHost("c", "h", "QH");
    assertThat(world.place("c")).isEqualTo(on("R2", "X2B"));
  }

  @Test
  void a_companion_who_came_before_the_host_is_placed_when_the_host_is() {
    world.bus("X1A", "R1", 45, "BJ").companionAsHost("c", "h", "BJ");
    assertThat(world.hasPlace("c")).isFalse();
    world.delegate("h", "BJ", "R1");
    assertThat(world.place("c")).isEqualTo(on("R1", "X1A"));
  }

  @Test
  void those_who_wait_for_one_who_waits_are_placed_in_turn() {
    world.bus("X1A", "R1", 45, "BJ").substitute("s", "c", "BJ", "");
    world.companionAsHost("c", "h", "BJ").delegate("h", "BJ", "R1");
    assertThat(world.place("s")).isEqualTo(on("R1", "X1A"));
  }

  @Test
  void a_companion_is_placed_in_the_changeset_of_the_host_whatever_their_order_in_it() {
    world.bus("X1A", "R1", 45, "BJ");
    world.known(
        new Passenger("c", 0, "BJ", true, "h", "", true, null),
        new Passenger("h", 0, "BJ", true, null, "R1", false, null));
    assertThat(world.place("c")).isEqualTo(on("R1", "X1A"));
  }

  @Test
  void a_substitute_has_the_seat_and_the_withdrawn_one_has_none() {
    world.bus("X1A", "R1", 45, "BJ").bus("X1B", "R1", 1, "TJ").bus("X2A", "R2", 9, "BJ");
    world.delegate("a", "TJ", "R1");
    world.known(
        new Passenger("a", 0, "TJ", false, null, "R1", false, null),
        new Passenger("b", 0, "TJ", true, null, "R1", false, "a"));
    assertThat(world.place("b")).isEqualTo(on("R1", "X1B"));
    world.bus("X1A", "R1", 1, "BJ").delegate("d", "BJ", "R2");
    world.switchRoute("d", "R1");
    assertThat(world.place("d")).isEqualTo(on("R1", "X1A"));
  }

  @Test
  void a_withdrawn_member_keeps_the_place_and_has_it_when_reinstated() {
    world.bus("X1A", "R1", 45, "BJ").bus("X2A", "R2", 45).delegate("a", "BJ", "R1");
    world.switchRoute("a", "R2");
    world.announced.clear();
    world.withdrawn("a").reinstated("a");
    assertThat(world.place("a")).isEqualTo(on("R2", "X2A"));
    assertThat(world.announced).isEmpty();
  }
}
