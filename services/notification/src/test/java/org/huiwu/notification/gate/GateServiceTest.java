package org.huiwu.notification.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.notification.Owner;
import org.huiwu.notification.escalation.Escalated;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.huiwu.platform.messaging.Changeset.Part;
import org.huiwu.platform.messaging.Changeset.Receipt;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.messaging.StateJson;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Incident 1: a bus was an hour from its site, and the site had neither list nor number.
class GateServiceTest extends Escalated {
  private static final String CALLED = "2026-06-09T13:50";
  private static final String LEFT = "{\"happenedAt\": \"2026-06-09T14:02\"}";
  private static final String LEFT_NEVERTHELESS =
      "{\"happenedAt\": \"2026-06-09T14:02\", \"reason\": \"天黑前须到\"}";

  private Owner site = new Owner("");

  /// Two buses to one site at 16:30, and to another on the next day.
  @BeforeEach
  void two_buses() {
    contact("SITE", "site");
    contact("FAR", "site");
    contact("DUTY", "duty");
    live.trip("X1A", "", "2026-06-09T14:00");
    live.trip("X1B", "", "2026-06-09T14:10");
    live.stop("S1", "SITE", "2026-06-09T16:30");
    live.stop("S2", "FAR", "2026-06-10T09:30");
    site = listed("site:S1");
    listed("site:S2");
    itIs("2026-06-09T08:00");
  }

  private void isLive() {
    live.goesLive();
    live.acknowledges("SITE", "site:S1", 1);
    live.acknowledges("FAR", "site:S2", 1);
    itIs(CALLED);
  }

  private Changeset rollCall(String trip, List<String> subscribers, ManifestDelta... deltas) {
    var root = UUID.randomUUID();
    var state =
        Map.of(
            "trip",
            trip,
            "happenedAt",
            CALLED,
            "learntAt",
            learnt(),
            "aboard",
            List.of("p1"),
            "absent",
            List.of(),
            "unexpected",
            List.of());
    return new Changeset(
        root,
        conference,
        1,
        "transport-dispatch",
        root,
        null,
        Part.WHOLE,
        new Origin("roll-call", "lee", "liaison", null, Instant.EPOCH),
        List.of(
            new AggregateState(
                "transport-dispatch.roll-call",
                UUID.randomUUID().toString(),
                1,
                "roll-call-taken",
                StateJson.of(state))),
        Arrays.asList(deltas),
        subscribers,
        List.of());
  }

  private int seconds;

  private String learnt() {
    seconds++;
    return Instant.parse("2026-06-09T05:50:00Z").plusSeconds(seconds).toString();
  }

  private void settledRollCall(String trip, ManifestDelta... deltas) {
    var called = rollCall(trip, List.of(), deltas);
    say(called);
    settled(called.root());
  }

  private JsonNode gate(String trip) {
    var answer = desk.get("/gates/" + trip);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.body();
  }

  private String light(String trip) {
    return gate(trip).path("light").asString();
  }

  private Desk liaison() {
    return new Desk(port, conference, new SignedRequests("notification", "lee", "liaison"));
  }

  private Desk.Answer departs(String trip, String body) {
    return liaison().create("/gates/" + trip + "/departures", body);
  }

  private List<String> told(String type) {
    return jdbc.queryForList(
        "select data from stream_event where conference = ? and type = ? order by n",
        String.class,
        conference,
        type);
  }

  @Test
  void in_planning_and_before_any_roll_call_no_gate_is_green() {
    assertThat(desk.get("/gates").body().findValuesAsString("light"))
        .containsExactly("not-live", "not-live");
    isLive();
    var gate = gate("X1A");
    assertThat(gate.path("light").asString()).isEqualTo("no-roll-call");
    assertThat(gate.path("mayLeave").asBoolean()).isFalse();
    assertThat(gate.path("sites").findValuesAsString("manifest"))
        .containsExactly("site:S1", "site:S2");
    assertThat(desk.get("/gates/NONE").code()).isEqualTo("trip-unknown");
  }

  @Test
  void a_gate_is_red_until_the_site_has_acknowledged_the_version_that_the_roll_call_produced() {
    isLive();
    settledRollCall("X1A", site.line("p2", "name", "李四"));
    var gate = gate("X1A");
    assertThat(gate.path("light").asString()).isEqualTo("red");
    var first = gate.path("sites").get(0);
    assertThat(first.path("version").asLong()).isEqualTo(2);
    assertThat(first.path("why").asString()).isEqualTo("unacknowledged");
    assertThat(first.path("receivers").get(0).path("number").asString()).isEqualTo("19900000001");
    assertThat(first.path("receivers").get(0).path("nextStep").asString())
        .isEqualTo("next-channel");
    assertThat(gate.path("sites").get(1).path("required").asBoolean())
        .as("the bus does not wait for tomorrow's site")
        .isFalse();
    live.acknowledges("SITE", "site:S1", 2);
    assertThat(light("X1A")).isEqualTo("green");
    assertThat(told("gate-changed"))
        .containsExactly(
            "{\"trip\":\"X1A\",\"light\":\"evaluating\"}",
            "{\"trip\":\"X1A\",\"light\":\"red\"}",
            "{\"trip\":\"X1A\",\"light\":\"green\"}");
    live.revises(site.line("p3", "name", "王五"));
    assertThat(light("X1A")).as("the roll-call's version was acknowledged").isEqualTo("green");
    assertThat(departs("X1A", LEFT).status()).isEqualTo(201);
    assertThat(told("left-on-red")).isEmpty();
    assertThat(calls()).isEmpty();
  }

  @Test
  void numbers_are_told_to_who_may_call_only() {
    isLive();
    settledRollCall("X1A", site.line("p2", "name", "李四"));
    var transport =
        new Desk(port, conference, new SignedRequests("notification", "tran", "transport"));
    var receiver = transport.get("/gates/X1A").body().path("sites").get(0).path("receivers").get(0);
    assertThat(receiver.path("contact").asString()).isEqualTo("SITE");
    assertThat(receiver.path("number").isNull()).isTrue();
    assertThat(transport.get("/call-tasks").status()).isEqualTo(403);
    assertThat(liaison().get("/gates/X1A").body().toString()).contains("19900000001");
  }

  @Test
  void a_roll_call_that_changes_nothing_asks_for_the_version_at_hand() {
    isLive();
    settledRollCall("X1A");
    assertThat(light("X1A")).as("it has been acknowledged").isEqualTo("green");
    var called = gate("X1A");
    assertThat(called.path("sites").get(0).path("version").asLong()).isEqualTo(1);
    live.revises(site.line("p2", "name", "李四"));
    settledRollCall("X1B");
    assertThat(light("X1B")).isEqualTo("red");
    assertThat(light("X1A")).isEqualTo("green");
  }

  @Test
  void while_a_roll_call_is_being_settled_the_gate_is_not_green() {
    isLive();
    settledRollCall("X1A");
    assertThat(light("X1A")).isEqualTo("green");
    var called = rollCall("X1A", List.of("excursion"));
    tellInOrder(called);
    assertThat(light("X1A")).isEqualTo("evaluating");
    assertThat(departs("X1A", LEFT).code()).isEqualTo("departure-needs-a-reason");
    say(
        new Changeset(
            UUID.randomUUID(),
            conference,
            1,
            "excursion",
            called.root(),
            called.id(),
            Part.WHOLE,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(new Receipt(called.id(), "excursion", List.of(), List.of(), List.of()))));
    settled(called.root());
    assertThat(light("X1A")).isEqualTo("green");
  }

  @Test
  void a_later_roll_call_supersedes_and_one_that_is_told_anew_does_not() {
    isLive();
    var first = rollCall("X1A", List.of(), site.line("p2", "name", "李四"));
    say(first);
    settled(first.root());
    live.acknowledges("SITE", "site:S1", 2);
    settledRollCall("X1A", site.line("p3", "name", "王五"));
    assertThat(light("X1A")).isEqualTo("red");
    live.acknowledges("SITE", "site:S1", 3);
    assertThat(light("X1A")).isEqualTo("green");
    var again = story();
    var told =
        new Changeset(
            again.root(),
            conference,
            1,
            "transport-dispatch",
            again.root(),
            null,
            Part.WHOLE,
            first.origin(),
            first.states(),
            List.of(),
            List.of(),
            List.of());
    say(told);
    settled(again.root());
    assertThat(gate("X1A").path("change").asString()).isNotEqualTo(again.root().toString());
    assertThat(light("X1A")).isEqualTo("green");
  }

  @Test
  void two_buses_to_one_site_wait_each_for_its_own_roll_call() {
    isLive();
    settledRollCall("X1A", site.line("p2", "name", "李四"));
    settledRollCall("X1B", site.line("p3", "name", "王五"));
    live.acknowledges("SITE", "site:S1", 2);
    assertThat(light("X1A")).isEqualTo("green");
    assertThat(light("X1B")).isEqualTo("red");
    live.acknowledges("SITE", "site:S1", 3);
    assertThat(light("X1B")).isEqualTo("green");
  }

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
  void a_site_whose_only_recipient_changes_is_red_again() {
    isLive();
    settledRollCall("X1A");
    assertThat(light("X1A")).isEqualTo("green");
    contact("NEW", "site");
    live.stop("S1", "NEW", "2026-06-09T16:30");
    assertThat(light("X1A")).isEqualTo("red");
    await().untilAsserted(() -> assertThat(told("gate-changed").getLast()).contains("red"));
    live.acknowledges("NEW", "site:S1", 1);
    assertThat(light("X1A")).isEqualTo("green");
  }
}
