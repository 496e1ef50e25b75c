package org.huiwu.transportdispatch.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiwu.platform.messaging.WireJson;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;

/// Roll-calls are facts: kept, published, never refused because of plans.
class RollCallsServiceTest extends OnRealServers {

  RollCallsServiceTest(@Autowired JdbcTemplate jdbc) {
    super(jdbc);
  }

  private static String rollCall(String happenedAt, String aboard, String absent) {
    return """
    {"happenedAt": "%s", "aboard": ["%s"], "absent": ["%s"], "unexpected": ["%s"]}\
    """
        .formatted(happenedAt, aboard, absent, aboard);
  }

  @Test
  void a_roll_call_is_kept_and_published() {
    plan(bus("X1A", "R1"));
    var seen = arrives("- self -");
    var missed = arrives("- self -");

    var taken =
        desk.create("/trips/X1A/roll-calls", "k1", rollCall("2026-06-09T13:50", seen, missed));

    assertThat(taken.status()).isEqualTo(201);
    assertThat(taken.body().path("implausible").isNull()).isTrue();
    var id = taken.body().path("id").asString();
    var state = changeset(taken.changeId()).getFirst().states().getFirst();
    assertThat(state.aggregate()).isEqualTo("transport-dispatch.roll-call");
    assertThat(state.id()).isEqualTo(id);
    assertThat(state.version()).isEqualTo(1);
    assertThat(state.event()).isEqualTo("roll-call-taken");
    assertThat(state.state().tree())
        .isEqualTo(
            WireJson.mapper()
                .readTree(
                    """
                    {"trip": "X1A", "happenedAt": "2026-06-09T13:50", "learntAt": "%s", "aboard": ["%s"],
                     "absent": ["%s"], "unexpected": ["%s"]}\
                    """
                        .formatted(taken.body().path("learntAt").asString(), seen, missed, seen)));
    assertThat(desk.get("/trips/X1A/roll-calls").body()).singleElement().isEqualTo(taken.body());
    assertThat(desk.get("/trips/X1A/roll-calls/" + id).body()).isEqualTo(taken.body());
    assertThat(desk.get("/exceptions").body()).isEmpty();
  }

  @Test
  void a_roll_call_sent_again_is_the_same_roll_call() {
    plan(bus("X1A", "R1"));
    var body = rollCall("2026-06-09T13:50", "a", "b");

    var first = desk.create("/trips/X1A/roll-calls", "k1", body);
    var again = desk.create("/trips/X1A/roll-calls", "k1", body);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.change()).isEqualTo(first.change());
    assertThat(desk.get("/trips/X1A/roll-calls").body()).hasSize(1);
    assertThat(desk.createWithoutKey("/trips/X1A/roll-calls", body).code())
        .isEqualTo("idempotency-key-required");
  }

  @Test
  void unknown_persons_are_kept_and_listed_until_they_are_known() {
    plan(bus("X1A", "R1"));

    var taken = desk.create("/trips/X1A/roll-calls", "k1", rollCall("2026-06-09T13:50", "a", "b"));

    assertThat(taken.status()).isEqualTo(201);
    var listed = desk.get("/exceptions").body();
    assertThat(listed.findValuesAsString("kind"))
        .containsExactly("unknown-person", "unknown-person");
    assertThat(listed.findValuesAsString("person")).containsExactly("a", "b");
    neighbours.say(
        conference, Neighbours.participant("a", true), Neighbours.itinerary("a", "- self -"));
    assertThat(desk.get("/exceptions").body().findValuesAsString("person")).containsExactly("b");
  }

  @Test
  void a_cancelled_trip_takes_roll_calls() {
    plan(bus("X1A", "R1"));
    desk.send(HttpMethod.DELETE, "/trips/X1A", 1L, "");

    assertThat(
            desk.create("/trips/X1A/roll-calls", rollCall("2026-06-09T13:50", "a", "b")).status())
        .isEqualTo(201);
  }

  @Test
  void only_an_unknown_trip_is_not_found() {
    var lost = desk.create("/trips/X9/roll-calls", rollCall("2026-06-09T13:50", "a", "b"));

    assertThat(lost.status()).isEqualTo(404);
    assertThat(lost.code()).isEqualTo("trip-unknown");
  }

  @Test
  void an_implausible_time_is_kept_published_and_listed() {
    plan(bus("X1A", "R1"));
    var seen = arrives("- self -");

    var ahead = desk.create("/trips/X1A/roll-calls", rollCall("2199-01-01T00:00", seen, seen));
    var early = desk.create("/trips/X1A/roll-calls", rollCall("2026-01-01T00:00", seen, seen));

    assertThat(ahead.body().path("implausible").asString()).isEqualTo("in-the-future");
    assertThat(early.body().path("implausible").asString()).isEqualTo("before-the-conference");
    assertThat(changeset(ahead.changeId()).getFirst().states()).hasSize(1);
    assertThat(desk.get("/exceptions").body().findValuesAsString("why"))
        .containsExactly("in-the-future", "before-the-conference");
  }

  @Test
  void a_rehearsals_clock_is_not_ours() {
    neighbours.say(conference, Neighbours.conference(conference, true));
    plan(bus("X1A", "R1"));

    var ahead = desk.create("/trips/X1A/roll-calls", rollCall("2199-01-01T00:00", "a", "b"));

    assertThat(ahead.body().path("implausible").isNull()).isTrue();
  }

  @Test
  void a_list_that_is_left_out_is_empty_and_a_time_is_needed() {
    plan(bus("X1A", "R1"));

    var empty = desk.create("/trips/X1A/roll-calls", "{\"happenedAt\": \"2026-06-09T13:50\"}");
    var timeless = desk.create("/trips/X1A/roll-calls", "{\"aboard\": []}");

    assertThat(empty.body().path("aboard").isEmpty()).isTrue();
    assertThat(empty.status()).isEqualTo(201);
    assertThat(timeless.status()).isEqualTo(400);
    assertThat(timeless.body().findValuesAsString("field")).containsExactly("happenedAt");
  }
}
