package org.huiwu.notification.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A bus has left, whatever its gate shows: that is a fact, and the sites must know.
class DepartureTest extends Gated {

  @Test
  void leaving_on_red_needs_a_reason_and_calls_the_duty_room_at_once() {
    isLive();
    settledRollCall("X1A", site.line("p2", "name", "李四"));
    var refused = departs("X1A", LEFT);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("departure-needs-a-reason");
    assertThat(calls()).isEmpty();
    var left = departs("X1A", LEFT_NEVERTHELESS);
    assertThat(left.status()).as(left.toString()).isEqualTo(201);
    assertThat(left.text("light")).isEqualTo("red");
    var call = call();
    assertThat(call.path("urgency").asString()).isEqualTo("left-on-red");
    assertThat(call.path("contact").asString()).isEqualTo("SITE");
    assertThat(call.path("number").asString()).isEqualTo("19900000001");
    assertThat(call.path("plate").asString()).isEqualTo("桂A00001");
    assertThat(call.path("readOut").toString()).contains("李四");
    assertThat(letters("call-duty")).isEqualTo(Map.of("DUTY/sms", 1L));
    assertThat(told("left-on-red"))
        .containsExactly("{\"trip\":\"X1A\",\"light\":\"red\",\"sites\":[\"site:S1\"]}");
    assertThat(desk.getIn("en", "/duty/log").body().findValuesAsString("text"))
        .as("the next shift reads of it")
        .anyMatch(text -> text.contains("let trip X1A leave on red"));
    assertThat(desk.get("/duty/open").body().path("items").findValuesAsString("code"))
        .contains("call-left-on-red");
    assertThat(departs("X1A", LEFT_NEVERTHELESS).status())
        .as("somebody else reports it too")
        .isEqualTo(201);
    assertThat(calls()).hasSize(1);
    assertThat(letters("call-duty")).isEqualTo(Map.of("DUTY/sms", 1L));
    live.acknowledges("SITE", "site:S1", 2);
    assertThat(calls()).isEmpty();
    assertThat(light("X1A")).isEqualTo("green");
  }

  @Test
  void a_site_that_nobody_receives_stays_red_and_is_called_for_by_hand() {
    live.stop("S1", "", "2026-06-09T16:30");
    live.goesLive();
    itIs(CALLED);
    settledRollCall("X1A");
    assertThat(light("X1A")).isEqualTo("red");
    assertThat(gate("X1A").path("sites").get(0).path("why").asString()).isEqualTo("no-recipient");
    departs("X1A", LEFT_NEVERTHELESS);
    var call = call();
    assertThat(call.path("contact").asString()).isEmpty();
    assertThat(reports(id(call), "{\"outcome\": \"passed-on\", \"note\": \"县府办\"}").status())
        .isEqualTo(201);
    assertThat(calls()).isEmpty();
  }

  @Test
  void once_the_roll_was_called_the_sites_ladder_runs_against_the_buses_departure() {
    isLive();
    live.revises(site.line("p2", "name", "李四"));
    assertThat(standing("SITE", "site:S1").path("due").asString()).isEqualTo("2026-06-09T16:30");
    settledRollCall("X1A");
    assertThat(standing("SITE", "site:S1").path("due").asString()).isEqualTo("2026-06-09T14:00");
    var next = Instant.parse(standing("SITE", "site:S1").path("nextStepAt").asString());
    assertThat(next)
        .isBefore(
            clock.platform(
                conference, clock.instant(conference, LocalDateTime.parse("2026-06-09T13:53"))));
    itIs("2026-06-09T13:52");
    untilSteps("SITE", "next-channel>SITE");
    itIs("2026-06-09T13:54");
    assertThat(call().path("contact").asString()).isEqualTo("SITE");
    departs("X1A", LEFT_NEVERTHELESS);
    departs("X1B", LEFT_NEVERTHELESS);
    assertThat(standing("SITE", "site:S1").path("due").asString()).isEqualTo("2026-06-09T16:30");
  }

  @Test
  void before_its_roll_call_a_bus_has_every_site_called_whatever_they_have_acknowledged() {
    isLive();
    assertThat(departs("X1A", LEFT).code()).isEqualTo("departure-needs-a-reason");
    var left = departs("X1A", LEFT_NEVERTHELESS);
    assertThat(left.text("light")).isEqualTo("no-roll-call");
    assertThat(left.body().path("called").toString()).isEqualTo("[\"site:S1\"]");
    var call = call();
    assertThat(call.path("contact").asString()).isEqualTo("SITE");
    assertThat(call.path("urgency").asString()).isEqualTo("left-on-red");
    assertThat(letters("call-duty")).isEqualTo(Map.of("DUTY/sms", 1L));
    assertThat(gate("X1A").path("sites").get(0).path("why").asString())
        .as("of the version at hand")
        .isEqualTo("acknowledged");
    departs("X1A", LEFT_NEVERTHELESS);
    assertThat(letters("call-duty")).isEqualTo(Map.of("DUTY/sms", 1L));
    await().during(Duration.ofMillis(1_500)).until(() -> calls().size() == 1);
    settledRollCall("X1A", site.line("p2", "name", "李四"));
    assertThat(light("X1A")).isEqualTo("red");
    assertThat(gate("X1A").path("departedAt").asString()).isEqualTo("2026-06-09T14:02");
    assertThat(call().path("readOut").toString()).contains("李四");
    live.acknowledges("SITE", "site:S1", 2);
    assertThat(calls()).isEmpty();
  }

  @Test
  void a_late_roll_call_has_the_site_called_at_once() {
    isLive();
    departs("X1A", LEFT_NEVERTHELESS);
    var reached =
        reports(
            id(call()),
            "{\"outcome\": \"reached-acknowledged\", \"name\": \"李四\", \"version\": 1}");
    assertThat(reached.status()).as(reached.toString()).isEqualTo(201);
    assertThat(calls()).as("they owe nothing, and know that the bus has left").isEmpty();
    settledRollCall("X1A", site.line("p2", "name", "李四"));
    assertThat(calls()).hasSize(1);
    assertThat(call().path("toVersion").asLong()).isEqualTo(2);
  }

  @Test
  void a_late_roll_call_that_changes_nothing_ends_the_call() {
    isLive();
    departs("X1A", LEFT_NEVERTHELESS);
    assertThat(calls()).hasSize(1);
    settledRollCall("X1A");
    assertThat(light("X1A")).isEqualTo("green");
    assertThat(calls()).isEmpty();
  }

  @Test
  void heads_counted_on_board_do_not_bring_the_bus_back() {
    isLive();
    settledRollCall("X1A");
    assertThat(departs("X1A", LEFT).text("light")).isEqualTo("green");
    settledRollCallAt("2026-06-09T14:06", "X1A", site.line("p2", "name", "李四"));
    assertThat(gate("X1A").path("departedAt").asString()).isEqualTo("2026-06-09T14:02");
    assertThat(calls()).hasSize(1);
  }

  @Test
  void yesterdays_departure_reported_today_is_not_todays() {
    isLive();
    itIs("2026-06-10T08:00");
    settledRollCallAt("2026-06-10T08:00", "X1A");
    assertThat(departs("X1A", LEFT).status()).isEqualTo(201);
    assertThat(gate("X1A").path("departedAt").isNull()).isTrue();
  }

  @Test
  void yesterdays_roll_call_says_nothing_of_who_is_aboard_today() {
    isLive();
    settledRollCall("X1A");
    assertThat(light("X1A")).isEqualTo("green");
    itIs("2026-06-10T08:00");
    assertThat(light("X1A")).isEqualTo("no-roll-call");
    assertThat(departs("X1A", "{\"happenedAt\": \"2026-06-10T08:05\"}").code())
        .isEqualTo("departure-needs-a-reason");
    var left = departs("X1A", "{\"happenedAt\": \"2026-06-10T08:05\", \"reason\": \"天黑前须到\"}");
    assertThat(left.body().path("called").toString()).isEqualTo("[\"site:S2\"]");
    assertThat(call().path("contact").asString()).isEqualTo("FAR");
  }

  @Test
  void
      two_buses_that_leave_on_red_for_one_site_are_one_call_and_the_first_said_again_tells_nobody() {
    isLive();
    settledRollCall("X1A", site.line("p2", "name", "李四"));
    settledRollCall("X1B", site.line("p3", "name", "王五"));
    departs("X1A", LEFT_NEVERTHELESS);
    departs("X1B", LEFT_NEVERTHELESS);
    var told = letters("call-duty");
    departs("X1A", LEFT_NEVERTHELESS);
    var call = call();
    assertThat(call.path("leftOnRed").asString()).isEqualTo("X1A X1B");
    assertThat(call.path("plate").asString()).isEqualTo("桂A00001 桂A00001");
    assertThat(told).containsOnlyKeys("DUTY/sms");
    assertThat(letters("call-duty")).isEqualTo(told);
  }

  @Test
  void what_may_speak_of_people_is_in_no_kept_answer() {
    isLive();
    settledRollCall("X1A", site.line("p2", "name", "李四"));
    assertThat(departs("X1A", LEFT_NEVERTHELESS).body().toString()).doesNotContain("天黑前须到");
    var task = id(call());
    var note = "{\"outcome\": \"no-answer\", \"note\": \"县府办王五\"}";
    assertThat(reports(task, note).body().toString()).contains("no-answer").doesNotContain("县府办王五");
    var taken = desk.create("/call-tasks/" + task + "/assignments", "{}");
    assertThat(taken.body().toString()).contains("no-answer").doesNotContain("县府办王五");
    assertThat(call().toString()).as("the duty room reads it").contains("县府办王五");
  }
}
