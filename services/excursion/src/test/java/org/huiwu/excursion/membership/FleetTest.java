package org.huiwu.excursion.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.excursion.membership.Examples.absentOn;
import static org.huiwu.excursion.membership.Examples.bus;
import static org.huiwu.excursion.membership.Examples.fleet;
import static org.huiwu.excursion.membership.Examples.on;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FleetTest {
  private static final Bus A = bus("X1A", "R1", 10);
  private static final Bus B = bus("X1B", "R1", 10);

  @Test
  void a_member_who_comes_takes_a_seat_of_the_bus_and_frees_the_former() {
    var fleet = fleet(Map.of("X1A", 4, "X1B", 4), A, B);
    fleet.moved(on("R1", "X1A"), on("R1", "X1B"), true);
    assertThat(fleet.free(A)).isEqualTo(7);
    assertThat(fleet.free(B)).isEqualTo(5);
  }

  @Test
  void the_absent_hold_no_seat() {
    var fleet = fleet(Map.of("X1A", 4), A, B);
    fleet.moved(on("R1", "X1A"), absentOn("R1", "X1A"), true);
    assertThat(fleet.free(A)).isEqualTo(7);
    fleet.moved(absentOn("R1", "X1A"), on("R1", "X1B"), true);
    assertThat(fleet.free(A)).isEqualTo(7);
    assertThat(fleet.free(B)).isEqualTo(9);
  }

  @Test
  void the_withdrawn_hold_no_seat() {
    var fleet = fleet(A);
    fleet.moved(null, on("R1", "X1A"), false);
    assertThat(fleet.free(A)).isEqualTo(10);
  }

  @Test
  void a_bus_of_a_cancelled_route_does_not_run() {
    assertThat(fleet(bus("X9", "GONE", 10)).find("X9")).isEmpty();
  }

  @Test
  void a_bus_carries_its_own_route_only() {
    assertThat(fleet(A).carries(on("R1", "X1A"))).isTrue();
    assertThat(fleet(A).carries(on("R2", "X1A"))).isFalse();
    assertThat(fleet(B).carries(on("R1", "X1A"))).isFalse();
  }

  @Test
  void buses_of_other_routes_are_not_compared() {
    assertThat(fleet(A, bus("X2A", "R2", 99)).mostFree("R1")).contains(A);
    assertThat(fleet(A).mostFree("R2")).isEmpty();
  }
}
