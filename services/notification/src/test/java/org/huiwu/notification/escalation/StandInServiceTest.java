package org.huiwu.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.huiwu.notification.Owner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// Who is told in a recipient's stead may acknowledge in their stead (ADR 0027).
class StandInServiceTest extends Escalated {
  private static final String TRIP = "trip:X1";
  private static final String CHANNELS = "\"page\", \"sms\"";

  private Owner trip = new Owner("");

  @BeforeEach
  void a_bus_that_leaves_at_14() {
    contact("DUTY", "duty");
    live.trip("X1", "LIA", "2026-06-09T14:00");
    trip = listed(TRIP);
    itIs("2026-06-09T08:00");
  }

  /// LIA has one channel only: their stand-in is told when the first step is due.
  private void firstStep() {
    live.goesLive();
    itIs("2026-06-09T09:01");
  }

  @Test
  void what_the_stand_in_acknowledges_counts_for_the_recipient_and_is_written_down_as_theirs() {
    contact("LIA", "liaison", CHANNELS, "\"SUB\"");
    contact("SUB", "liaison", CHANNELS, "null");
    firstStep();
    untilSteps("LIA", "next-channel-", "stand-in>SUB");
    assertThat(standing("SUB", TRIP).path("told").asLong()).isEqualTo(1);
    live.acknowledges("SUB", TRIP, 1);
    assertThat(standing("LIA", TRIP).path("acknowledged").asLong()).isEqualTo(1);
    assertThat(
            jdbc.queryForList(
                "select stood_in_by from acknowledgement where conference = ? and contact = 'LIA'",
                String.class,
                conference))
        .containsExactly("SUB");
    itIs("2026-06-09T13:50");
    noMoreSteps("LIA");
    assertThat(calls()).isEmpty();
  }

  @Test
  void once_the_recipient_has_acknowledged_nobody_stands_in_for_them() {
    contact("LIA", "liaison", CHANNELS, "\"SUB\"");
    contact("SUB", "liaison", CHANNELS, "null");
    firstStep();
    untilSteps("LIA", "next-channel-", "stand-in>SUB");
    live.acknowledges("LIA", TRIP, 1);
    assertThat(desk.get("/standings?debts=true").body()).isEmpty();
    live.revises(trip.line("p2", "name", "李四"));
    assertThat(desk.get("/standings?debts=true").body().findValuesAsString("contact"))
        .as("a new version is owed by the recipient alone")
        .containsExactly("LIA");
  }

  @Test
  void a_stand_in_acknowledges_what_is_shown_to_them_though_it_was_cut_after_they_were_asked() {
    contact("LIA", "liaison", CHANNELS, "\"SUB\"");
    contact("SUB", "liaison", CHANNELS, "null");
    firstStep();
    untilSteps("LIA", "next-channel-", "stand-in>SUB");
    live.revises(trip.line("p2", "name", "李四"));
    live.acknowledges("SUB", TRIP, 2);
    assertThat(standing("LIA", TRIP).path("acknowledged").asLong()).isEqualTo(2);
  }

  @Test
  void the_part_of_a_stand_in_who_has_acknowledged_ends_too_and_their_page_is_told() {
    contact("LIA", "liaison", CHANNELS, "\"SUB\"");
    contact("SUB", "liaison", CHANNELS, "null");
    firstStep();
    untilSteps("LIA", "next-channel-", "stand-in>SUB");
    assertThat(eventsOf("recipients-changed")).isEqualTo(1);
    live.acknowledges("SUB", TRIP, 1);
    await().untilAsserted(() -> assertThat(desk.get("/standings?contact=SUB").body()).isEmpty());
    assertThat(eventsOf("recipients-changed")).isEqualTo(2);
    live.revises(trip.line("p2", "name", "李四"));
    assertThat(desk.get("/standings?contact=SUB").body()).isEmpty();
  }

  @Test
  void who_stands_in_for_each_other_is_asked_once_and_then_the_duty_room() {
    contact("LIA", "liaison", CHANNELS, "\"SUB\"");
    contact("SUB", "liaison", CHANNELS, "\"LIA\"");
    var twice =
        """
        {"steps": [{"step": "stand-in", "after": "PT5M", "before": "PT1H"},
                   {"step": "stand-in", "after": "PT5M", "before": "PT1H"},
                   {"step": "duty-call", "after": "PT5M", "before": "PT30M"}], "again": "PT10M"}\
        """;
    assertThat(desk.send(HttpMethod.PUT, "/ladders/trip", 0L, twice).status()).isEqualTo(200);
    live.goesLive();
    itIs("2026-06-09T08:06");
    untilSteps("LIA", "stand-in>SUB");
    itIs("2026-06-09T08:12");
    untilSteps("LIA", "stand-in>SUB", "stand-in-", "duty-call", "duty-call>DUTY");
  }

  @Test
  void the_stand_in_of_a_stand_in_is_asked_when_that_one_cannot_be() {
    contact("LIA", "liaison", CHANNELS, "\"MUTE\"");
    contact("MUTE", "liaison", "\"page\"", "\"SUB\"");
    contact("SUB", "liaison", CHANNELS, "null");
    firstStep();
    untilSteps("LIA", "next-channel-", "stand-in>SUB");
  }

  @Test
  void a_stand_in_who_is_the_same_person_is_passed_over() {
    contact("LIA", "liaison", CHANNELS, "\"SELF\"", "19900009999");
    contact("SELF", "driver", CHANNELS, "null", "19900009999");
    firstStep();
    untilSteps(
        "LIA", "next-channel-", "stand-in-", "chief-liaison-", "duty-call", "duty-call>DUTY");
  }

  @Test
  void a_stand_in_who_does_not_answer_either_owes_no_call_of_their_own() {
    contact("LIA", "liaison", CHANNELS, "\"SUB\"");
    contact("SUB", "liaison", CHANNELS, "null");
    firstStep();
    untilSteps("LIA", "next-channel-", "stand-in>SUB");
    itIs("2026-06-09T13:30");
    await().untilAsserted(() -> assertThat(calls()).hasSize(1));
    assertThat(call().path("contact").asString()).isEqualTo("LIA");
    assertThat(steps("SUB")).isEmpty();
  }
}
