package org.huiwu.notification.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.notification.duty.Urgency.CRITICAL;
import static org.huiwu.notification.duty.Urgency.HIGH;
import static org.huiwu.notification.duty.Urgency.LOW;
import static org.huiwu.notification.duty.Urgency.NORMAL;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UrgencyTest {
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration OLD = Duration.ofHours(5);

  private static Urgency fresh(MatterKind kind, @Nullable Duration left) {
    return Urgency.of(kind, FRESH, left);
  }

  @ParameterizedTest
  @EnumSource
  void half_an_hour_before_its_deadline_and_when_it_has_just_passed_everything_is_critical(
      MatterKind kind) {
    assertThat(fresh(kind, Duration.ofMinutes(30))).isEqualTo(CRITICAL);
    assertThat(fresh(kind, Duration.ofMinutes(-30))).isEqualTo(CRITICAL);
    assertThat(fresh(kind, Duration.ofMinutes(31)) == CRITICAL)
        .isEqualTo(kind == MatterKind.LEFT_ON_RED);
  }

  @ParameterizedTest
  @EnumSource
  void a_deadline_more_than_half_a_day_ago_presses_nobody_any_more(MatterKind kind) {
    assertThat(fresh(kind, Duration.ofHours(-13))).isEqualTo(LOW);
    assertThat(Urgency.of(kind, OLD, Duration.ofHours(-13))).isEqualTo(LOW);
  }

  @Test
  void a_debt_becomes_more_urgent_as_its_deadline_comes_near() {
    assertThat(fresh(MatterKind.DEBT, null)).isEqualTo(LOW);
    assertThat(fresh(MatterKind.DEBT, Duration.ofHours(13))).isEqualTo(LOW);
    assertThat(fresh(MatterKind.DEBT, Duration.ofHours(12))).isEqualTo(NORMAL);
    assertThat(fresh(MatterKind.DEBT, Duration.ofHours(3))).isEqualTo(HIGH);
  }

  @Test
  void a_bus_that_has_left_on_red_is_critical_whatever_the_deadline() {
    assertThat(fresh(MatterKind.LEFT_ON_RED, null)).isEqualTo(CRITICAL);
    assertThat(fresh(MatterKind.LEFT_ON_RED, Duration.ofHours(20))).isEqualTo(CRITICAL);
  }

  @Test
  void a_gate_and_a_call_are_high_at_least() {
    assertThat(fresh(MatterKind.GATE, Duration.ofDays(1))).isEqualTo(HIGH);
    assertThat(fresh(MatterKind.CALL, null)).isEqualTo(HIGH);
  }

  @Test
  void a_lost_letter_an_unfinished_change_and_an_overdue_case_are_normal_at_least() {
    assertThat(fresh(MatterKind.LETTER, null)).isEqualTo(NORMAL);
    assertThat(fresh(MatterKind.CHANGE, null)).isEqualTo(NORMAL);
    assertThat(fresh(MatterKind.CASE, Duration.ofDays(2))).isEqualTo(NORMAL);
  }

  @Test
  void what_has_been_open_for_hours_is_one_step_more_urgent_but_never_critical_by_age_alone() {
    assertThat(Urgency.of(MatterKind.DEBT, OLD, null)).isEqualTo(NORMAL);
    assertThat(Urgency.of(MatterKind.LETTER, OLD, null)).isEqualTo(HIGH);
    assertThat(Urgency.of(MatterKind.CALL, OLD, null)).isEqualTo(HIGH);
  }
}
