package org.huiwu.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.huiwu.platform.messaging.WireJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When each step is taken, in the conference's time.
class LadderTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String OVER = "2026-06-12T12:00";
  private static final Hours DAY = Hours.day(ZONE);
  private static final Ladder SITE =
      new Ladder(
          List.of(
              rung(Step.NEXT_CHANNEL, "PT2H", "PT3H"),
              rung(Step.STAND_IN, "PT1H", "PT2H30M"),
              rung(Step.CHIEF_LIAISON, "PT1H", "PT2H"),
              rung(Step.DUTY_CALL, "PT30M", "PT1H30M")),
          Duration.ofMinutes(10));

  private static Rung rung(Step step, String after, String before) {
    return new Rung(step, Duration.parse(after), Duration.parse(before));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  private static String next(int taken, String since, @Nullable String due, Hours hours) {
    var next = SITE.next(taken, at(since), due == null ? null : at(due), at(OVER), hours);
    return next == null ? "never" : LocalDateTime.ofInstant(next, ZONE).toString();
  }

  /// When the last step is taken, if nobody ever answers.
  private static Instant lastStep(Ladder ladder, Instant told, @Nullable Instant due) {
    var at = told;
    for (int taken = 0; taken < ladder.length(); taken++) {
      at = Objects.requireNonNull(ladder.next(taken, at, due, null, DAY));
    }
    return at;
  }

  @Test
  void without_a_deadline_nobody_is_reminded_once_the_conference_has_been_over_for_half_a_day() {
    assertThat(next(4, "2026-06-12T21:30", null, DAY)).isEqualTo("never");
    assertThat(next(4, "2026-06-12T20:30", null, DAY)).isEqualTo("2026-06-12T21:30");
    assertThat(next(4, "2026-06-20T09:00", null, DAY)).isEqualTo("never");
    assertThat(next(3, "2026-06-20T09:00", null, DAY))
        .as("a step that was not taken yet is")
        .isEqualTo("2026-06-20T09:30");
    assertThat(next(4, "2026-06-20T09:00", "2026-06-20T10:00", DAY))
        .as("where there is a deadline it counts")
        .isEqualTo("2026-06-20T09:10");
  }

  @Test
  void with_days_left_each_step_waits_its_time() {
    assertThat(next(0, "2026-06-08T09:00", "2026-06-10T09:00", DAY)).isEqualTo("2026-06-08T11:00");
    assertThat(next(1, "2026-06-08T11:00", "2026-06-10T09:00", DAY)).isEqualTo("2026-06-08T12:00");
    assertThat(next(3, "2026-06-08T13:00", "2026-06-10T09:00", DAY)).isEqualTo("2026-06-08T13:30");
  }

  @Test
  void with_days_left_nobody_is_woken_at_night() {
    assertThat(next(0, "2026-06-08T21:00", "2026-06-10T09:00", DAY)).isEqualTo("2026-06-09T07:00");
    assertThat(next(0, "2026-06-08T23:30", "2026-06-10T09:00", DAY))
        .as("who was told at night has the morning to answer")
        .isEqualTo("2026-06-09T09:00");
    assertThat(next(1, "2026-06-08T21:50", null, DAY)).isEqualTo("2026-06-09T07:00");
  }

  @Test
  void who_works_at_night_is_asked_at_night() {
    var night = new Hours(LocalTime.of(20, 0), LocalTime.of(6, 0), ZONE);
    assertThat(next(0, "2026-06-08T22:00", "2026-06-10T09:00", night))
        .isEqualTo("2026-06-09T00:00");
    assertThat(next(0, "2026-06-08T10:00", "2026-06-10T09:00", night))
        .isEqualTo("2026-06-08T22:00");
  }

  @Test
  void who_cannot_wait_for_the_morning_is_woken() {
    assertThat(next(0, "2026-06-08T23:00", "2026-06-09T08:00", DAY)).isEqualTo("2026-06-09T01:00");
  }

  @Test
  void a_step_is_taken_so_long_before_the_deadline_at_the_latest() {
    assertThat(next(0, "2026-06-08T10:00", "2026-06-08T14:00", DAY)).isEqualTo("2026-06-08T11:00");
    assertThat(next(1, "2026-06-08T11:00", "2026-06-08T14:00", DAY)).isEqualTo("2026-06-08T11:30");
    assertThat(next(2, "2026-06-08T11:30", "2026-06-08T14:00", DAY)).isEqualTo("2026-06-08T12:00");
    assertThat(next(3, "2026-06-08T12:00", "2026-06-08T14:00", DAY)).isEqualTo("2026-06-08T12:30");
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 20, 40, 60, 90, 120})
  void what_is_told_shortly_before_the_deadline_reaches_the_duty_room_while_half_of_it_is_left(
      long minutes) {
    var told = at("2026-06-08T13:20");
    var due = told.plus(Duration.ofMinutes(minutes));
    var called = lastStep(SITE, told, due);
    assertThat(Duration.between(called, due))
        .isGreaterThanOrEqualTo(Duration.ofMinutes(minutes).multipliedBy(45).dividedBy(100));
    assertThat(Duration.between(told, called)).isGreaterThanOrEqualTo(Duration.ofMinutes(4));
  }

  @Test
  void past_the_deadline_there_is_a_minute_to_answer_each_step() {
    assertThat(next(0, "2026-06-08T14:05", "2026-06-08T14:00", DAY)).isEqualTo("2026-06-08T14:06");
    assertThat(next(3, "2026-06-08T14:08", "2026-06-08T14:00", DAY)).isEqualTo("2026-06-08T14:09");
  }

  @Test
  void long_past_the_deadline_nothing_is_in_a_hurry() {
    assertThat(next(0, "2026-06-09T09:00", "2026-06-08T14:00", DAY)).isEqualTo("2026-06-09T11:00");
    assertThat(next(0, "2026-06-09T22:00", "2026-06-08T14:00", DAY)).isEqualTo("2026-06-10T09:00");
  }

  @Test
  void without_a_deadline_the_steps_go_on() {
    assertThat(next(0, "2026-06-08T09:00", null, DAY)).isEqualTo("2026-06-08T11:00");
    assertThat(lastStep(SITE, at("2026-06-08T09:00"), null)).isEqualTo(at("2026-06-08T13:30"));
  }

  @Test
  void after_the_last_step_it_reminds_more_often_the_nearer_the_deadline() {
    assertThat(next(4, "2026-06-08T12:00", "2026-06-08T14:00", DAY)).isEqualTo("2026-06-08T12:10");
    assertThat(next(4, "2026-06-08T13:42", "2026-06-08T14:00", DAY)).isEqualTo("2026-06-08T13:45");
    assertThat(next(4, "2026-06-08T13:58", "2026-06-08T14:00", DAY)).isEqualTo("2026-06-08T14:00");
    assertThat(next(9, "2026-06-08T14:30", "2026-06-08T14:00", DAY)).isEqualTo("2026-06-08T14:40");
  }

  @Test
  void a_reminder_of_what_can_wait_comes_once_an_hour_and_not_at_night() {
    assertThat(next(4, "2026-06-08T12:00", "2026-06-10T14:00", DAY)).isEqualTo("2026-06-08T13:00");
    assertThat(next(4, "2026-06-08T21:30", null, DAY)).isEqualTo("2026-06-09T07:00");
  }

  @Test
  void long_past_the_deadline_nobody_is_reminded_any_more() {
    assertThat(next(4, "2026-06-09T01:50", "2026-06-08T14:00", DAY)).isEqualTo("2026-06-09T02:00");
    assertThat(next(4, "2026-06-09T02:01", "2026-06-08T14:00", DAY)).isEqualTo("never");
  }

  @ParameterizedTest
  @ValueSource(strings = {"trip", "site", "meal", "rooming", "session"})
  void every_kind_has_a_ladder_that_ends_at_the_duty_room(String kind) throws Exception {
    try (var in = Ladder.class.getResourceAsStream(kind + ".json")) {
      var ladder = WireJson.mapper().readValue(in, Ladder.class);
      assertThat(ladder.steps().getLast().step()).isEqualTo(Step.DUTY_CALL);
      var told = at("2026-06-08T13:20");
      var due = told.plus(Duration.ofMinutes(40));
      assertThat(Duration.between(lastStep(ladder, told, due), due))
          .isGreaterThan(Duration.ofMinutes(18));
      var inDays = told.plus(Duration.ofDays(3));
      assertThat(lastStep(ladder, told, inDays)).isBefore(inDays.minus(Duration.ofDays(1)));
    }
  }
}
