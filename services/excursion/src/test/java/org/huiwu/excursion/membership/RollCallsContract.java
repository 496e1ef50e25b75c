package org.huiwu.excursion.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.huiwu.excursion.membership.RollCalls.Judged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of roll-calls keeps to.
public abstract class RollCallsContract {
  private static final LocalDateTime LATE = LocalDateTime.of(2026, 6, 9, 13, 55);
  private static final LocalDateTime EARLY = LocalDateTime.of(2026, 6, 9, 13, 45);
  private static final Instant LEARNT = Instant.parse("2026-06-09T05:50:00.123456Z");

  private final UUID conference = UUID.randomUUID();
  private RollCalls rollCalls = new RollCallsInMemory();

  protected abstract RollCalls empty();

  @BeforeEach
  void two_roll_calls() {
    rollCalls = empty();
    rollCalls.keep(conference, call("late", "X1A", LATE));
    rollCalls.keep(conference, call("early", "X1B", EARLY));
  }

  @Test
  void open_names_come_in_the_order_in_which_their_roll_calls_came_in() {
    assertThat(rollCalls.openOf(conference, List.of("a", "b", "x")))
        .extracting(n -> n.rollCall() + " " + n.trip() + " " + n.person() + " " + n.mark())
        .containsExactly(
            "late X1A a ABOARD", "late X1A b ABSENT", "early X1B a ABOARD", "early X1B b ABSENT");
  }

  @Test
  void a_name_bears_both_times_and_the_order() {
    var names = rollCalls.openOf(conference, List.of("a"));
    assertThat(names.getFirst().sighting().happenedAt()).isEqualTo(LATE);
    assertThat(names.getFirst().sighting().learntAt()).isEqualTo(LEARNT);
    assertThat(names.getFirst().sighting().order()).isLessThan(names.getLast().sighting().order());
  }

  @Test
  void open_names_are_found_by_trip() {
    assertThat(rollCalls.openOn(conference, List.of("X1B", "X9")))
        .extracting(CalledName::rollCall)
        .containsExactly("early", "early");
  }

  @Test
  void the_same_roll_call_is_kept_once() {
    rollCalls.judged(conference, List.of(new Judged("late", "a", Verdict.SEEN)));
    rollCalls.keep(conference, call("late", "X1A", LATE));
    assertThat(rollCalls.openOf(conference, List.of("a")))
        .extracting(CalledName::rollCall)
        .containsExactly("early");
  }

  @Test
  void a_judged_name_is_open_no_more_unless_they_have_withdrawn() {
    rollCalls.judged(
        conference,
        List.of(
            new Judged("late", "a", Verdict.WITHDRAWN), new Judged("late", "b", Verdict.ABSENT)));
    assertThat(rollCalls.openOn(conference, List.of("X1A")))
        .extracting(CalledName::person)
        .containsExactly("a");
  }

  @Test
  void a_plan_change_leaves_open_names_open() {
    rollCalls.judged(conference, List.of(new Judged("late", "a", Verdict.ELSEWHERE)));
    rollCalls.overtaken(conference, "a");
    assertThat(rollCalls.openOf(conference, List.of("a")))
        .extracting(CalledName::rollCall)
        .containsExactly("early");
  }

  @Test
  void another_conference_is_another_world() {
    assertThat(rollCalls.openOf(UUID.randomUUID(), List.of("a"))).isEmpty();
  }

  private static RollCall call(String id, String trip, LocalDateTime happenedAt) {
    return RollCall.of(id, trip, happenedAt, LEARNT, List.of("a"), List.of("b"), List.of());
  }
}
