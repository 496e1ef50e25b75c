package org.huiwu.notification.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.Parked;
import org.huiwu.platform.messaging.Changeset.Part;
import org.huiwu.platform.messaging.Changeset.Receipt;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.junit.jupiter.api.Test;

/// Incident 1: a bus was an hour from its site, and the site had neither list nor number.
class GateServiceTest extends Gated {
  private static final Parked PARKED =
      new Parked("transport-dispatch.roll-call", "rc", "PersonUnknown");

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
  void the_drivers_number_is_told_to_who_may_call_only() {
    contact("DRIVER", "driver");
    live.trip("X1A", "DRIVER", "2026-06-09T14:00");
    var driver = liaison().get("/gates/X1A").body().path("driver");
    assertThat(driver.path("contact").asString()).isEqualTo("DRIVER");
    assertThat(driver.path("number").asString()).startsWith("1990000000");
    assertThat(gate("X1B").path("driver").isNull()).isTrue();
    var transport =
        new Desk(port, conference, new SignedRequests("notification", "tran", "transport"));
    assertThat(transport.get("/gates/X1A").body().path("driver").isNull()).isTrue();
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

  @Test
  void as_long_as_the_roll_call_is_parked_the_gate_is_not_green() {
    isLive();
    var called = parked();
    assertThat(light("X1A")).isEqualTo("evaluating");
    assertThat(departs("X1A", LEFT).code()).isEqualTo("departure-needs-a-reason");
    var taken = UUID.randomUUID();
    say(
        new Changeset(
            taken,
            conference,
            1,
            "excursion",
            called.root(),
            called.id(),
            Part.WHOLE,
            null,
            List.of(),
            List.of(site.line("p2", "name", "李四")),
            List.of(),
            List.of(
                new Receipt(
                    called.id(),
                    "excursion/retry/" + taken,
                    List.of(taken),
                    List.of(),
                    List.of(PARKED)))));
    await().until(() -> light("X1A").equals("red"));
    assertThat(gate("X1A").path("sites").get(0).path("version").asLong()).isEqualTo(2);
    assertThat(told("gate-changed")).noneMatch(told -> told.contains("green"));
  }

  @Test
  void where_another_change_takes_in_what_was_parked_its_version_is_asked_for() {
    isLive();
    parked();
    var anew = story();
    var told =
        anew.begins("transport-dispatch", List.of("excursion"), site.line("p2", "name", "李四"));
    tellInOrder(told, anew.reads("excursion", told, List.of(), List.of(PARKED)));
    assertThat(light("X1A")).isEqualTo("red");
    assertThat(gate("X1A").path("sites").get(0).path("version").asLong()).isEqualTo(2);
    assertThat(told("gate-changed")).noneMatch(t -> t.contains("green"));
  }

  /// A roll-call that excursion could not take in, because it knows one of the people not yet.
  private Changeset parked() {
    var called = rollCall("X1A", List.of("excursion"));
    say(called);
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
            List.of(new Receipt(called.id(), "excursion", List.of(), List.of(PARKED), List.of()))));
    assertThat(settled(called.root()).path("state").asString()).isEqualTo("settled-with-parked");
    return called;
  }

  @Test
  void a_stop_that_is_cancelled_or_of_another_route_holds_nobody_up_and_a_new_one_does() {
    isLive();
    settledRollCall("X1A", site.line("p2", "name", "李四"));
    live.acknowledges("SITE", "site:S1", 2);
    assertThat(light("X1A")).isEqualTo("green");
    live.revises(site.line("p3", "name", "王五"));
    listed("site:S3");
    live.stop("S3", "FAR", "2026-06-09T18:30");
    assertThat(light("X1A")).isEqualTo("red");
    assertThat(told("gate-changed").getLast()).contains("red");
    assertThat(gate("X1A").path("sites").findValuesAsString("manifest"))
        .containsExactly("site:S1", "site:S2", "site:S3");
    stop("S3", "R2", false);
    assertThat(light("X1A")).as("its other sites keep their versions").isEqualTo("green");
    stop("S3", "R1", false);
    assertThat(light("X1A")).isEqualTo("red");
    stop("S3", "R1", true);
    assertThat(light("X1A")).isEqualTo("green");
    assertThat(told("gate-changed").getLast()).contains("green");
  }

  private void stop(String code, String route, boolean cancelled) {
    live.says(
        "excursion",
        "stop",
        code,
        """
        {"code": "%s", "route": "%s", "seq": 3, "name": "点", "arrives": "2026-06-09T18:30",
         "leaves": "2026-06-09T19:00", "contact": "FAR", "cancelled": %s}\
        """
            .formatted(code, route, cancelled));
  }
}
