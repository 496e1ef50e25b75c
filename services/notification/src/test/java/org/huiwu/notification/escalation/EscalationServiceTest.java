package org.huiwu.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import org.huiwu.notification.Owner;
import org.huiwu.platform.conversations.Desk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// Issue 5, "Escalation ladder", on real servers, in a rehearsal whose clock is set.
class EscalationServiceTest extends Escalated {
  private static final String TRIP = "trip:X1";
  private static final String MORNING = "2026-06-09T08:00";

  /// A bus that leaves at 14:00, its liaison, who has been told at eight.
  private Owner trip(String channels, String standIn) {
    contact("LIA", "liaison", channels, standIn);
    contact("DUTY", "duty");
    live.trip("X1", "LIA", "2026-06-09T14:00");
    var trip = listed(TRIP);
    itIs(MORNING);
    live.goesLive();
    return trip;
  }

  private Owner trip() {
    return trip("\"page\", \"sms\", \"email\"", "null");
  }

  @Test
  void
      who_does_not_answer_is_told_on_the_next_channel_then_their_stand_in_the_chief_and_the_duty_room() {
    contact("SUB", "liaison");
    contact("CHIEF", "chief-liaison");
    trip("\"page\", \"sms\", \"email\"", "\"SUB\"");
    noMoreSteps("LIA");
    itIs("2026-06-09T09:01");
    untilSteps("LIA", "next-channel>LIA");
    assertThat(letters("resend")).containsOnlyKeys("LIA/email");
    itIs("2026-06-09T09:32");
    untilSteps("LIA", "next-channel>LIA", "stand-in>SUB");
    itIs("2026-06-09T10:03");
    untilSteps("LIA", "next-channel>LIA", "stand-in>SUB", "chief-liaison>CHIEF");
    assertThat(letters("escalation")).containsOnlyKeys("CHIEF/sms", "SUB/sms");
    assertThat(calls()).isEmpty();
    itIs("2026-06-09T10:34");
    untilSteps(
        "LIA",
        "next-channel>LIA",
        "stand-in>SUB",
        "chief-liaison>CHIEF",
        "duty-call",
        "duty-call>DUTY");
    assertThat(letters("call-duty")).isEqualTo(Map.of("DUTY/sms", 1L));
    var call = call();
    assertThat(call.path("contact").asString()).isEqualTo("LIA");
    assertThat(call.path("number").asString()).isEqualTo("19900000003");
    assertThat(call.path("manifest").asString()).isEqualTo(TRIP);
    assertThat(call.path("urgency").asString()).isEqualTo("today");
    assertThat(call.path("readOut").get(1).asString()).contains("增加 张三");
    assertThat(desk.getIn("en", "/call-tasks/" + id(call)).body().path("readOut").get(1).asString())
        .contains("added 张三");
    assertThat(eventsOf("escalated")).isEqualTo(4);
    assertThat(eventsOf("call-task-opened")).isEqualTo(1);
  }

  @Test
  void an_acknowledgement_stops_the_ladder_and_ends_the_call() {
    trip();
    itIs("2026-06-09T09:01");
    untilSteps("LIA", "next-channel>LIA");
    itIs("2026-06-09T09:32");
    call();
    assertThat(steps("LIA"))
        .as("without stand-in and chief the duty room is next at once")
        .containsExactly(
            "next-channel>LIA", "stand-in-", "chief-liaison-", "duty-call", "duty-call>DUTY");
    live.acknowledges("LIA", TRIP, 1);
    assertThat(calls()).isEmpty();
    assertThat(desk.get("/call-tasks?open=false").body().get(0).path("closedHow").asString())
        .isEqualTo("acknowledged");
    itIs("2026-06-09T13:50");
    noMoreSteps("LIA");
  }

  @Test
  void a_new_version_after_an_acknowledgement_begins_at_the_first_step() {
    var trip = trip();
    itIs("2026-06-09T09:01");
    untilSteps("LIA", "next-channel>LIA");
    live.acknowledges("LIA", TRIP, 1);
    live.revises(trip.line("p2", "name", "李四"));
    noMoreSteps("LIA");
    itIs("2026-06-09T10:05");
    untilSteps("LIA", "next-channel>LIA", "next-channel>LIA");
  }

  @Test
  void the_duty_room_is_reminded_of_one_call_and_gets_one_message() {
    var trip = trip();
    itIs("2026-06-09T13:20");
    untilSteps("LIA", "next-channel>LIA");
    itIs("2026-06-09T13:28");
    call();
    var taken = steps("LIA");
    for (var time : new String[] {"2026-06-09T13:36", "2026-06-09T13:46", "2026-06-09T13:54"}) {
      var before = call().path("reminded").asInt();
      itIs(time);
      await().until(() -> call().path("reminded").asInt() > before);
    }
    assertThat(steps("LIA")).isEqualTo(taken);
    assertThat(letters("call-duty")).isEqualTo(Map.of("DUTY/sms", 1L));
    live.revises(trip.line("p2", "name", "李四"));
    assertThat(call().path("toVersion").asLong()).as("what is read out is the newest").isEqualTo(2);
    itIs("2026-06-09T14:05");
    await()
        .untilAsserted(() ->
            assertThat(
                    jdbc.queryForObject(
                        "select max(to_version) from escalation where conference = ?",
                        Long.class,
                        conference))
                .as("the new version is escalated too")
                .isEqualTo(2));
  }

  @Test
  void a_bus_that_leaves_in_forty_minutes_has_the_duty_room_call_long_before() {
    contact("LIA", "liaison");
    contact("DUTY", "duty");
    live.trip("X1", "LIA", "2026-06-09T14:00");
    listed(TRIP);
    itIs("2026-06-09T13:20", 120);
    live.goesLive();
    call();
    assertThat(clock.local(conference)).isBefore(LocalDateTime.parse("2026-06-09T13:50"));
  }

  @Test
  void with_days_left_nobody_is_woken_at_night() {
    contact("H", "hotel");
    live.hotel("H1", "H");
    live.stop("S1", "H", "2026-06-12T09:00");
    listed("site:S1");
    itIs("2026-06-09T23:00");
    live.goesLive();
    itIs("2026-06-10T06:40");
    noMoreSteps("H");
    assertThat(standing("H", "site:S1").path("nextStepAt").isNull()).isFalse();
    itIs("2026-06-10T09:01");
    untilSteps("H", "next-channel>H");
  }

  @Test
  void who_has_no_channel_is_called_when_the_first_step_is_due() {
    trip("\"page\"", "null");
    itIs("2026-06-09T09:01");
    untilSteps(
        "LIA", "next-channel-", "stand-in-", "chief-liaison-", "duty-call", "duty-call>DUTY");
  }

  @Test
  void a_recipient_who_is_gone_from_the_contacts_is_called_for_nevertheless() {
    trip();
    jdbc.update("delete from contact where conference = ? and code = 'LIA'", conference);
    itIs("2026-06-09T09:01");
    var call = call();
    assertThat(call.path("contact").asString()).isEqualTo("LIA");
    assertThat(call.path("number").asString()).isEmpty();
  }

  @Test
  void what_is_told_after_its_deadline_is_called_for_within_minutes() {
    contact("LIA", "liaison");
    contact("DUTY", "duty");
    live.trip("X1", "LIA", "2026-06-09T08:00");
    listed(TRIP);
    itIs("2026-06-09T08:05");
    live.goesLive();
    itIs("2026-06-09T08:06:30");
    untilSteps("LIA", "next-channel>LIA");
    itIs("2026-06-09T08:08");
    assertThat(call().path("urgency").asString()).isEqualTo("overdue");
  }

  @Test
  void without_a_deadline_it_is_escalated_all_the_same() {
    contact("H", "hotel");
    live.hotel("H1", "H");
    var rooms = new Owner("rooming:H1");
    live.revises(rooms.header("hotel", "H1"));
    itIs(MORNING);
    live.goesLive();
    itIs("2026-06-09T12:01");
    untilSteps("H", "next-channel>H");
  }

  @Test
  void a_deadline_that_moves_takes_the_next_step_with_it() {
    trip();
    live.trip("X1", "LIA", "2026-06-09T09:00");
    itIs("2026-06-09T08:12");
    untilSteps("LIA", "next-channel>LIA");
    live.trip("X1", "LIA", "2026-06-11T09:00");
    itIs("2026-06-09T08:35");
    noMoreSteps("LIA");
    itIs("2026-06-09T08:45");
    call();
  }

  @Test
  void who_receives_it_no_more_is_called_no_more() {
    trip();
    contact("NEW", "liaison");
    itIs("2026-06-09T13:20");
    untilSteps("LIA", "next-channel>LIA");
    itIs("2026-06-09T13:28");
    call();
    live.trip("X1", "NEW", "2026-06-09T14:00");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(calls()).noneMatch(c -> c.path("contact").asString().equals("LIA")));
    noMoreSteps("LIA");
    assertThat(standing("NEW", TRIP).path("told").asLong()).isEqualTo(1);
  }

  @Test
  void a_ladder_of_the_conferences_own_is_gone_by_from_then_on() {
    trip();
    assertThat(desk.get("/ladders").body()).hasSize(5);
    var shipped = desk.get("/ladders/trip");
    assertThat(shipped.etag()).isEqualTo("\"0\"");
    assertThat(shipped.body().path("own").asBoolean()).isFalse();
    assertThat(shipped.body().path("steps").get(0).path("after").asString()).isEqualTo("PT1H");
    var own =
        """
        {"steps": [{"step": "duty-call", "after": "PT5M", "before": "PT30M"}], "again": "PT10M"}\
        """;
    assertThat(put("/ladders/trip", null, own).status()).isEqualTo(428);
    assertThat(put("/ladders/trip", 7L, own).status()).isEqualTo(412);
    var changed = put("/ladders/trip", 0L, own);
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(changed.etag()).isEqualTo("\"1\"");
    assertThat(put("/ladders/trip", 1L, own.replace("duty-call", "stand-in")).code())
        .isEqualTo("ladder-ends-at-the-duty-room");
    assertThat(put("/ladders/trip", 1L, own.replace("PT5M", "P8D")).code())
        .isEqualTo("ladder-too-slow");
    assertThat(desk.get("/ladders/letter").code()).isEqualTo("ladder-unknown");
    itIs("2026-06-09T08:06");
    untilSteps("LIA", "duty-call", "duty-call>DUTY");
  }

  private Desk.Answer put(String path, @Nullable Long version, String body) {
    return desk.send(HttpMethod.PUT, path, version, body);
  }
}
