package org.huiwu.excursion.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huiwu.excursion.membership.World.Announced;
import org.huiwu.excursion.membership.World.Place;
import org.junit.jupiter.api.Test;

/// What comes of whole roll-calls, and when.
class RollCallBoardingTest {
  private static final List<String> NOBODY = List.of();

  private final World world = new World().routes("R1", "R2");

  private static Place on(String route, String bus) {
    return new Place(route, bus, false);
  }

  private static Place absent(String route, String bus) {
    return new Place(route, bus, true);
  }

  @Test
  void a_roll_call_moves_the_unexpected_and_notes_the_absent() {
    world.bus("X1A", "R1", 45, "BJ").bus("X2A", "R2", 45, "TJ");
    world.delegate("a", "BJ", "R1").delegate("b", "BJ", "R1").delegate("c", "TJ", "R2");
    world.announced.clear();
    world.rollCall("c1", "X1A", 50, List.of("a", "c"), List.of("b"), List.of("c"));
    assertThat(world.announced)
        .containsExactlyInAnyOrder(
            new Announced("b", "called-absent", "R1", "X1A", 2),
            new Announced("c", "seen-aboard", "R1", "X1A", 2));
  }

  @Test
  void a_roll_call_that_finds_everybody_where_they_belong_announces_nothing() {
    world.bus("X1A", "R1", 45, "BJ").delegate("a", "BJ", "R1");
    world.announced.clear();
    world.rollCall("c1", "X1A", 50, List.of("a"), NOBODY, NOBODY);
    assertThat(world.announced).isEmpty();
    world.rollCall("c2", "X1A", 55, NOBODY, List.of("a"), NOBODY);
    assertThat(world.place("a")).isEqualTo(on("R1", "X1A"));
  }

  @Test
  void a_roll_call_of_a_trip_not_yet_known_is_applied_when_it_is() {
    world.delegate("a", "BJ", "R1").delegate("b", "BJ", "R1");
    world.rollCall("c1", "X1A", 50, List.of("a"), List.of("b"), NOBODY);
    world.bus("X1A", "R1", 45, "BJ");
    assertThat(world.place("a")).isEqualTo(on("R1", "X1A"));
    assertThat(world.place("b")).isEqualTo(absent("R1", "X1A"));
  }

  @Test
  void a_roll_call_that_names_somebody_not_yet_known_is_applied_when_they_are() {
    world.bus("X1A", "R1", 45, "BJ").bus("X2A", "R2", 45);
    world.rollCall("c1", "X2A", 50, List.of("a"), NOBODY, List.of("a"));
    world.rollCall("c2", "X1A", 51, NOBODY, List.of("a", "b"), NOBODY);
    world.delegate("a", "BJ", "R1").delegate("b", "BJ", "R1");
    assertThat(world.place("a")).isEqualTo(on("R2", "X2A"));
    assertThat(world.place("b")).isEqualTo(absent("R1", "X1A"));
    assertThat(world.announced).contains(new Announced("b", "called-absent", "R1", "X1A", 2));
  }

  @Test
  void a_roll_call_is_applied_to_a_companion_who_waited_for_the_host() {
    world.bus("X1A", "R1", 45, "BJ").companionAsHost("c", "h", "BJ");
    world.rollCall("c1", "X1A", 50, NOBODY, List.of("c"), NOBODY);
    world.delegate("h", "BJ", "R1");
    assertThat(world.place("c")).isEqualTo(absent("R1", "X1A"));
  }

  @Test
  void a_roll_call_of_a_cancelled_trip_moves_nobody() {
    world.bus("X1A", "R1", 45, "BJ").bus("X1B", "R1", 45).delegate("a", "BJ", "R1");
    world.busCancelled("X1A");
    world.rollCall("c1", "X1A", 50, NOBODY, NOBODY, List.of("a"));
    assertThat(world.place("a")).isEqualTo(on("R1", "X1B"));
    assertThat(world.rollCalls.verdictsOn("a")).isEmpty();
  }

  @Test
  void a_withdrawn_person_who_was_seen_is_on_that_bus_once_reinstated() {
    world.bus("X1A", "R1", 45, "BJ").bus("X2A", "R2", 45).delegate("a", "BJ", "R1");
    world.withdrawn("a").rollCall("c1", "X2A", 50, List.of("a"), NOBODY, List.of("a"));
    assertThat(world.place("a")).isEqualTo(on("R1", "X1A"));
    assertThat(world.rollCalls.verdictsOn("a")).containsExactly(Verdict.WITHDRAWN);
    world.reinstated("a");
    assertThat(world.place("a")).isEqualTo(on("R2", "X2A"));
  }

  @Test
  void a_plan_change_answers_the_question_why_somebody_was_seen_elsewhere() {
    world.bus("X1A", "R1", 45, "BJ").bus("X2A", "R2", 45).delegate("a", "BJ", "R1");
    world.rollCall("c1", "X2A", 50, List.of("a"), NOBODY, NOBODY);
    assertThat(world.rollCalls.verdictsOn("a")).containsExactly(Verdict.ELSEWHERE);
    world.switchRoute("a", "");
    assertThat(world.rollCalls.verdictsOn("a")).containsExactly(Verdict.OUTDATED);
  }

  @Test
  void the_same_roll_call_twice_is_one() {
    world.bus("X1A", "R1", 45, "BJ").bus("X2A", "R2", 45).delegate("a", "BJ", "R1");
    world.rollCall("c1", "X1A", 50, NOBODY, List.of("a"), NOBODY);
    world.switchRoute("a", "R2");
    world.switchRoute("a", "R1");
    world.rollCall("c1", "X1A", 50, NOBODY, List.of("a"), NOBODY);
    assertThat(world.place("a")).isEqualTo(on("R1", "X1A"));
  }
}
