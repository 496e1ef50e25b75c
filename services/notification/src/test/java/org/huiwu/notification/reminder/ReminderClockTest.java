package org.huiwu.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// What time does to what waits: a clock that is set, a night that falls, a failure.
class ReminderClockTest extends ReminderConversation {
  private static final String FIRST = "19900000003";

  private void template(String code, String zh) {
    var put =
        desk.send(
            HttpMethod.PUT,
            "/reminder-templates/" + code,
            0L,
            """
            {"kind": "free", "zh": "%s", "en": "x", "confidential": false}\
            """
                .formatted(zh));
    assertThat(put.status()).as(put.toString()).isEqualTo(200);
  }

  private String orderToOne(String template) {
    return order(template, "\"delegation\": \"GX\"");
  }

  private void untilSent(int texts) {
    await().atMost(PATIENCE).until(() -> sent().getOrDefault(FIRST, List.of()).size() == texts);
  }

  private long secondsLeft(String reminder) {
    var left =
        jdbc.queryForObject(
            "select extract(epoch from send_after - now()) from reminder_occasion where reminder = ?::uuid",
            Long.class,
            reminder);
    return left == null ? 0 : left;
  }

  @Test
  void reminders_follow_a_rehearsals_clock() {
    var reminder = order("bus-departs", "\"bus\": \"B1\"");
    assertThat(secondsLeft(reminder)).as("19 hours").isBetween(68_000L, 68_400L);
    var fast =
        desk.create("/rehearsal-clock", "{\"localTime\": \"2026-06-10T05:00\", \"rate\": 60}");
    assertThat(fast.status()).as(fast.toString()).isEqualTo(200);
    assertThat(secondsLeft(reminder)).as("two hours at sixty times").isBetween(100L, 120L);
    clockAt("2026-06-11T00:00");
    assertThat(desk.get("/reminders/" + reminder).body().path("occasionsLeft").asInt())
        .as("it has left")
        .isZero();
    clockAt("2026-06-10T06:59");
    assertThat(desk.get("/reminders/" + reminder).body().path("occasionsLeft").asInt()).isOne();
    clockAt("2026-06-10T07:00");
    untilAllAreDealtWith(reminder);
    await().atMost(PATIENCE).until(() -> sent().size() == 2);
    clockAt("2026-06-10T06:59");
    clockAt("2026-06-10T07:00");
    reminderClock.look();
    assertThat(sent().get("19900000001")).as("once, also after the clock was set back").hasSize(1);
  }

  /// As if the provider had been away since it was planned.
  private void isStillWaiting(String reminder) {
    var set =
        jdbc.update(
            """
            update letter set state = 'waiting', words = '旧', planned_at = now() - interval '2 hours',
              send_after = now(), sent_at = null, settled_at = null
            where id in (select letter from reminder_person where reminder = ?::uuid)\
            """,
            reminder);
    assertThat(set).isEqualTo(1);
  }

  private List<String> reasons() {
    return jdbc.queryForList(
        "select reason from letter where conference = ? and state = 'withdrawn'",
        String.class,
        conference);
  }

  @Test
  void a_reminder_that_waits_out_an_outage_until_night_goes_out_in_the_morning() {
    template("note", "一。");
    var reminder = orderToOne("note");
    untilAllAreDealtWith(reminder);
    clockAt("2026-06-09T23:30");
    isStillWaiting(reminder);
    await().atMost(PATIENCE).until(() -> reasons().equals(List.of("quiet-hours")));
    assertThat(people(reminder).path("waiting").asInt()).isOne();
    assertThat(sent().get(FIRST)).hasSize(1);
    clockAt("2026-06-10T07:00");
    untilSent(2);
    assertThat(sent().get(FIRST)).as("written anew").containsExactly("一。", "一。");
  }

  @Test
  void a_reminder_that_waits_out_an_outage_until_the_bus_has_left_is_not_sent() {
    clockAt("2026-06-10T07:00");
    delegates.switches("p2");
    var reminder = order("bus-departs", "\"bus\": \"B1\"");
    untilAllAreDealtWith(reminder);
    await().atMost(PATIENCE).until(() -> sent().size() == 1);
    clockAt("2026-06-10T09:00");
    isStillWaiting(reminder);
    await().atMost(PATIENCE).until(() -> reasons().equals(List.of("over")));
    assertThat(people(reminder).path("over").asInt()).isOne();
    assertThat(sent().get("19900000001")).hasSize(1);
  }

  @Test
  void a_second_reminder_that_waits_behind_a_first_until_night_goes_out_in_the_morning() {
    template("note", "一。");
    template("other", "二。");
    var first = orderToOne("note");
    untilAllAreDealtWith(first);
    jdbc.update(
        """
        update letter set state = 'waiting', words = '一。', send_after = now() + interval '1 day'
        where conference = ? and purpose = 'reminder'\
        """,
        conference);
    var second = orderToOne("other");
    await().atMost(PATIENCE).until(() -> people(second).path("waiting").asInt() == 1);
    clockAt("2026-06-09T23:30");
    jdbc.update(
        "update letter set state = 'delivered', words = null where conference = ? and purpose = 'reminder'",
        conference);
    await()
        .atMost(PATIENCE)
        .until(() ->
            Boolean.TRUE.equals(
                jdbc.queryForObject(
                    "select send_after > now() + interval '7 hours' from reminder_person where reminder = ?::uuid",
                    Boolean.class,
                    second)));
    assertThat(sent().get(FIRST)).containsExactly("一。");
    clockAt("2026-06-10T07:00");
    untilSent(2);
  }

  @Test
  void a_reminder_that_fails_keeps_no_other_waiting() {
    template("note", "一。");
    template("other", "二。");
    clockAt("2026-06-09T23:00");
    var unwritable = orderToOne("other");
    var good = orderToOne("note");
    jdbc.update("update reminder set zh = '{nothing}' where id = ?::uuid", unwritable);
    clockAt("2026-06-10T07:00");
    untilSent(1);
    assertThat(people(good).path("delivered").asInt()).isOne();
    assertThat(people(unwritable).path("waiting").asInt()).isOne();
    jdbc.update("update reminder set zh = '好。' where id = ?::uuid", unwritable);
    jdbc.update(
        "update reminder_person set send_after = now() where reminder = ?::uuid", unwritable);
    untilSent(2);
  }

  @Test
  void a_conference_whose_reminders_fail_keeps_no_other_waiting() {
    template("note", "一。");
    clockAt("2026-06-09T23:00");
    var broken = conference;
    for (int i = 0; i < 21; i++) {
      var one = orderToOne("note");
      jdbc.update("update reminder set kind = 'none' where id = ?::uuid", one);
      jdbc.update(
          "update reminder_occasion set send_after = now() - interval '1 hour' where reminder = ?::uuid",
          one);
    }
    try {
      conference = UUID.randomUUID();
      desk = at(conference);
      a_rehearsal_that_is_live();
      template("note", "二。");
      orderToOne("note");
      untilSent(1);
      assertThat(sent().get(FIRST)).containsExactly("二。");
    } finally {
      jdbc.update("delete from reminder where conference = ?", broken);
    }
  }
}
