package org.huiwu.excursion.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.excursion.membership.Examples.P;
import static org.huiwu.excursion.membership.Examples.absentOn;
import static org.huiwu.excursion.membership.Examples.at;
import static org.huiwu.excursion.membership.Examples.bus;
import static org.huiwu.excursion.membership.Examples.on;
import static org.huiwu.excursion.membership.Examples.seenOn;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulingTest {
  private static final Bus X = bus("X1A", "R1", 45);
  private static final Bus Y = bus("X2A", "R2", 45);

  private record Outcome(Verdict verdict, Membership membership) {}

  private static Outcome call(Bus bus, Mark mark, Sighting sighting, Membership member) {
    return call(bus, mark, sighting, member, true);
  }

  private static Outcome call(
      Bus bus, Mark mark, Sighting sighting, Membership member, boolean attending) {
    var ruling =
        Ruling.of(new CalledName("c", bus.code(), P, mark, sighting), member, attending, bus);
    return new Outcome(ruling.verdict(), ruling.event().map(member::after).orElse(member));
  }

  @Test
  void the_absent_of_a_bus_keep_route_and_bus_and_are_absent() {
    assertThat(call(X, Mark.ABSENT, at(50, 1), on("R1", "X1A")))
        .isEqualTo(
            new Outcome(
                Verdict.ABSENT, new Membership(P, "R1", "X1A", true, BusRule.DELEGATION, null, 2)));
  }

  @Test
  void being_called_absent_again_changes_nothing() {
    var absent = absentOn("R1", "X1A");
    assertThat(call(X, Mark.ABSENT, at(55, 2), absent).membership()).isEqualTo(absent);
  }

  @Test
  void a_bus_reports_in_vain_somebody_whose_bus_is_another() {
    var elsewhere = on("R2", "X2A");
    assertThat(call(X, Mark.ABSENT, at(50, 1), elsewhere))
        .isEqualTo(new Outcome(Verdict.IN_VAIN, elsewhere));
  }

  @Test
  void a_bus_reports_in_vain_somebody_without_a_route() {
    var home = on("", "");
    assertThat(call(X, Mark.ABSENT, at(50, 1), home)).isEqualTo(new Outcome(Verdict.IN_VAIN, home));
  }

  @Test
  void being_seen_beats_not_being_seen_by_a_later_roll_call() {
    var seen = seenOn("R1", "X1A", at(50, 1));
    assertThat(call(X, Mark.ABSENT, at(58, 2), seen)).isEqualTo(new Outcome(Verdict.IN_VAIN, seen));
  }

  @Test
  void aboard_ends_an_absence() {
    assertThat(call(X, Mark.ABOARD, at(55, 2), absentOn("R1", "X1A")))
        .isEqualTo(
            new Outcome(
                Verdict.SEEN,
                new Membership(P, "R1", "X1A", false, BusRule.DELEGATION, at(55, 2), 3)));
  }

  @Test
  void aboard_ends_an_absence_that_was_noted_later() {
    var outcome = call(X, Mark.ABOARD, at(40, 2), absentOn("R1", "X1A"));
    assertThat(outcome.membership().absent()).isFalse();
  }

  @Test
  void aboard_the_own_bus_is_kept_and_is_no_change_to_others() {
    var before = on("R1", "X1A");
    var outcome = call(X, Mark.ABOARD, at(50, 1), before);
    assertThat(outcome.membership().seen()).isEqualTo(at(50, 1));
    assertThat(outcome.membership().version()).isEqualTo(before.version());
    assertThat(outcome.membership().looksLike(before)).isTrue();
  }

  @Test
  void aboard_another_bus_without_being_unexpected_moves_nothing_and_is_an_exception() {
    var member = on("R1", "X1A");
    assertThat(call(Y, Mark.ABOARD, at(50, 1), member))
        .isEqualTo(new Outcome(Verdict.ELSEWHERE, member));
  }

  @Test
  void the_unexpected_move_to_the_bus_and_its_route_from_wherever_they_were() {
    var expected = new Membership(P, "R2", "X2A", false, BusRule.DELEGATION, at(50, 1), 2);
    assertThat(call(Y, Mark.UNEXPECTED, at(50, 1), on("R1", "X1A")))
        .isEqualTo(new Outcome(Verdict.MOVED, expected));
    assertThat(call(Y, Mark.UNEXPECTED, at(50, 1), on("", "")))
        .isEqualTo(new Outcome(Verdict.MOVED, expected));
    assertThat(call(Y, Mark.UNEXPECTED, at(50, 1), on("R2", "X2B")))
        .isEqualTo(new Outcome(Verdict.MOVED, expected));
  }

  @Test
  void the_unexpected_are_present_although_their_bus_missed_them() {
    var outcome = call(Y, Mark.UNEXPECTED, at(50, 2), absentOn("R1", "X1A"));
    assertThat(outcome.membership().absent()).isFalse();
    assertThat(outcome.membership().bus()).isEqualTo("X2A");
  }

  @Test
  void unexpected_on_the_own_bus_counts_as_seen() {
    var outcome = call(X, Mark.UNEXPECTED, at(50, 2), absentOn("R1", "X1A"));
    assertThat(outcome.verdict()).isEqualTo(Verdict.SEEN);
    assertThat(outcome.membership().absent()).isFalse();
  }

  @Test
  void between_presences_the_one_that_happened_later_wins() {
    var seen = seenOn("R1", "X1A", at(50, 1));
    assertThat(call(Y, Mark.UNEXPECTED, at(51, 2), seen).verdict()).isEqualTo(Verdict.MOVED);
    assertThat(call(Y, Mark.UNEXPECTED, at(49, 2), seen))
        .isEqualTo(new Outcome(Verdict.OUTDATED, seen));
  }

  @Test
  void between_presences_at_one_time_the_one_learnt_later_wins() {
    var when = LocalDateTime.of(2026, 6, 9, 13, 50);
    var former = new Sighting(when, Instant.parse("2026-06-09T06:00:00Z"), 9);
    var latter = new Sighting(when, Instant.parse("2026-06-09T06:00:01Z"), 3);
    assertThat(call(Y, Mark.UNEXPECTED, latter, seenOn("R1", "X1A", former)).verdict())
        .isEqualTo(Verdict.MOVED);
    assertThat(call(Y, Mark.UNEXPECTED, former, seenOn("R1", "X1A", latter)).verdict())
        .isEqualTo(Verdict.OUTDATED);
  }

  @Test
  void between_presences_with_both_times_equal_the_one_that_came_in_later_wins() {
    assertThat(call(Y, Mark.UNEXPECTED, at(50, 2), seenOn("R1", "X1A", at(50, 1))).verdict())
        .isEqualTo(Verdict.MOVED);
  }

  @Test
  void an_earlier_sighting_aboard_the_own_bus_does_not_replace_a_later_one() {
    var seen = seenOn("R1", "X1A", at(50, 1));
    assertThat(call(X, Mark.ABOARD, at(45, 2), seen).membership()).isEqualTo(seen);
  }

  @Test
  void the_bus_that_somebody_left_by_a_roll_call_reports_them_absent_in_vain() {
    var moved = call(Y, Mark.UNEXPECTED, at(50, 1), on("R1", "X1A")).membership();
    assertThat(call(X, Mark.ABSENT, at(51, 2), moved))
        .isEqualTo(new Outcome(Verdict.IN_VAIN, moved));
  }

  @Test
  void either_order_of_absent_here_and_unexpected_there_ends_alike() {
    var absentFirst =
        call(
                Y,
                Mark.UNEXPECTED,
                at(50, 2),
                call(X, Mark.ABSENT, at(50, 1), on("R1", "X1A")).membership())
            .membership();
    var seenFirst =
        call(
                X,
                Mark.ABSENT,
                at(50, 2),
                call(Y, Mark.UNEXPECTED, at(50, 1), on("R1", "X1A")).membership())
            .membership();
    assertThat(absentFirst.looksLike(seenFirst)).isTrue();
  }

  @Test
  void the_bus_after_a_switch_can_report_absent_whom_the_former_bus_saw() {
    var seen = seenOn("R1", "X1A", at(50, 1));
    var switched = seen.after(new MembershipEvent.RouteSwitched(P, "R2", "X2A"));
    assertThat(call(Y, Mark.ABSENT, at(55, 2), switched).verdict()).isEqualTo(Verdict.ABSENT);
  }

  @Test
  void whatever_a_roll_call_says_of_a_withdrawn_person_moves_nothing() {
    var member = on("R1", "X1A");
    for (var mark : Mark.values()) {
      assertThat(call(X, mark, at(50, 1), member, false))
          .isEqualTo(new Outcome(Verdict.WITHDRAWN, member));
      assertThat(call(Y, mark, at(50, 1), member, false))
          .isEqualTo(new Outcome(Verdict.WITHDRAWN, member));
    }
  }

  @Test
  void within_one_roll_call_being_seen_beats_not_being_seen_and_unexpected_beats_aboard() {
    var call =
        RollCall.of(
            "c",
            "X1A",
            LocalDateTime.of(2026, 6, 9, 13, 50),
            Instant.parse("2026-06-09T06:00:00Z"),
            List.of("a", "b", "u"),
            List.of("b", "c", "u"),
            List.of("u"));
    assertThat(call.marks())
        .isEqualTo(
            Map.of("a", Mark.ABOARD, "b", Mark.ABOARD, "c", Mark.ABSENT, "u", Mark.UNEXPECTED));
  }
}
