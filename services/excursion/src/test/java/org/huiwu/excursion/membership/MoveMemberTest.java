package org.huiwu.excursion.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.excursion.membership.Examples.P;
import static org.huiwu.excursion.membership.Examples.absentOn;
import static org.huiwu.excursion.membership.Examples.bus;
import static org.huiwu.excursion.membership.Examples.fleet;
import static org.huiwu.excursion.membership.Examples.on;

import java.util.Map;
import org.huiwu.excursion.membership.MembershipEvent.MemberLeft;
import org.huiwu.excursion.membership.MembershipEvent.RouteSwitched;
import org.huiwu.excursion.membership.MoveMember.Decision;
import org.junit.jupiter.api.Test;

class MoveMemberTest {
  private static final Bus A = bus("X2A", "R2", 1, "BJ");
  private static final Bus B = bus("X2B", "R2", 45);
  private static final Bus OTHER = bus("X1A", "R1", 99, "BJ");
  private static final Fleet FLEET = fleet(Map.of("X2A", 1, "X2B", 3), A, B, OTHER);

  private static Decision to(String route, String bus, Membership current) {
    return new MoveMember(P, route, bus).decide(current, true, FLEET);
  }

  private static Decision moved(String route, String bus) {
    return new Decision.Decided(new RouteSwitched(P, route, bus));
  }

  @Test
  void who_is_moved_goes_on_the_bus_that_was_named_full_or_not() {
    assertThat(to("R2", "X2A", on("R1", "X1A"))).isEqualTo(moved("R2", "X2A"));
  }

  @Test
  void without_a_bus_it_is_the_one_with_most_free_seats() {
    assertThat(to("R2", "", on("R1", "X1A"))).isEqualTo(moved("R2", "X2B"));
  }

  @Test
  void another_bus_of_the_same_route_is_a_move_and_ends_an_absence() {
    var absent = absentOn("R2", "X2A");
    var decision = to("R2", "X2B", absent);
    assertThat(decision).isEqualTo(moved("R2", "X2B"));
    assertThat(absent.after(new RouteSwitched(P, "R2", "X2B")).absent()).isFalse();
  }

  @Test
  void who_is_there_already_is_not_moved() {
    assertThat(to("R2", "X2B", on("R2", "X2B"))).isEqualTo(new Decision.Already());
    assertThat(to("R2", "", on("R2", "X2A"))).isEqualTo(new Decision.Already());
  }

  @Test
  void no_route_is_to_leave() {
    assertThat(to("", "", on("R2", "X2B"))).isEqualTo(new Decision.Decided(new MemberLeft(P)));
  }

  @Test
  void a_move_that_cannot_be_made_is_hindered_and_says_by_what() {
    assertThat(to("R9", "", on("R2", "X2B"))).isEqualTo(hindered(Hindrance.ROUTE_UNKNOWN));
    assertThat(to("R1", "X2B", on("R2", "X2B"))).isEqualTo(hindered(Hindrance.BUS_NOT_RUNNING));
    assertThat(to("R2", "X9", on("R1", "X1A"))).isEqualTo(hindered(Hindrance.BUS_NOT_RUNNING));
    assertThat(new MoveMember(P, "R1", "").decide(on("R2", "X2B"), false, FLEET))
        .isEqualTo(hindered(Hindrance.PERSON_WITHDRAWN));
  }

  private static Decision hindered(Hindrance by) {
    return new Decision.Hindered(by);
  }
}
