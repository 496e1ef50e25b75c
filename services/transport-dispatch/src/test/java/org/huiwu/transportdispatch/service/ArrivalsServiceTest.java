package org.huiwu.transportdispatch.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.transportdispatch.service.Neighbours.participant;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/// Who comes when, counted by flight and train.
class ArrivalsServiceTest extends OnRealServers {

  ArrivalsServiceTest(@Autowired JdbcTemplate jdbc) {
    super(jdbc);
  }

  private JsonNode waves() {
    return desk.get("/arrivals").body();
  }

  private JsonNode wave(String number) {
    return waves()
        .valueStream()
        .filter(w -> w.path("number").asString().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private void rollCall(String trip, String aboard, String absent) {
    var taken =
        desk.create(
            "/trips/%s/roll-calls".formatted(trip),
            """
            {"happenedAt": "2026-06-08T11:10", "aboard": ["%s"], "absent": ["%s"], "unexpected": []}\
            """
                .formatted(aboard, absent));
    assertThat(taken.status()).isEqualTo(201);
  }

  @Test
  void those_who_come_together_are_one_wave_with_the_pickups_that_fetch_them() {
    plan(
        pickup("PG09", "NNG", "2026-06-08T09:00", "2026-06-08T11:00"),
        pickup("PG10", "NNG", "2026-06-08T10:00", "2026-06-08T12:00"),
        pickup("PD10", "NND", "2026-06-08T10:00", "2026-06-08T12:00"));
    arrives("2026-06-08T10:15 NNG CA1335");
    arrives("2026-06-08T10:15 NNG CA1335");
    arrives("2026-06-08T09:15 NNG CA2");
    assertThat(waves().toString())
        .isEqualTo(
            """
            [{"place":"NNG","time":"2026-06-08T09:15","number":"CA2","people":1,"met":0,"missed":0,\
            "pickups":["PG09"]},\
            {"place":"NNG","time":"2026-06-08T10:15","number":"CA1335","people":2,"met":0,"missed":0,\
            "pickups":["PG09","PG10"]}]\
            """);
  }

  @Test
  void the_window_begins_at_its_first_minute_and_ends_before_its_last() {
    plan(pickup("PG23", "NNG", "2026-06-08T23:00", "2026-06-09T01:00"));
    arrives("2026-06-08T23:00 NNG A");
    arrives("2026-06-09T00:59 NNG B");
    arrives("2026-06-09T01:00 NNG C");
    assertThat(wave("A").path("pickups")).hasSize(1);
    assertThat(wave("B").path("pickups")).hasSize(1);
    assertThat(wave("C").path("pickups")).isEmpty();
  }

  @Test
  void by_own_means_nobody_is_fetched_and_the_unknown_come_last() {
    plan(pickup("PG09", "NNG", "2026-06-08T09:00", "2026-06-08T11:00"));
    var nothingKnown = UUID.randomUUID().toString();
    neighbours.say(conference, participant(nothingKnown, true));
    arrives("- NNG CA3");
    arrives("2026-06-08T10:00 self -");
    assertThat(waves().valueStream().map(w -> w.path("place").asString() + w.path("time").isNull()))
        .containsExactly("selffalse", "true", "NNGtrue");
    assertThat(waves().findValues("pickups")).allSatisfy(p -> assertThat(p).isEmpty());
  }

  @Test
  void who_has_withdrawn_does_not_come() {
    var person = arrives("2026-06-08T10:15 NNG CA1335");
    neighbours.say(conference, participant(person, false));
    assertThat(waves()).isEmpty();
  }

  @Test
  void a_roll_call_of_a_pickup_says_who_was_met_and_being_seen_beats_not_being_seen() {
    plan(
        pickup("PG09", "NNG", "2026-06-08T09:00", "2026-06-08T11:00"),
        pickup("PG11", "NNG", "2026-06-08T11:00", "2026-06-08T13:00"),
        bus("X1A", "R1"));
    var seen = arrives("2026-06-08T10:15 NNG CA1335");
    var late = arrives("2026-06-08T10:15 NNG CA1335");
    var missing = arrives("2026-06-08T10:15 NNG CA1335");
    rollCall("PG09", seen, late);
    assertThat(wave("CA1335").path("met").asInt()).isEqualTo(1);
    assertThat(wave("CA1335").path("missed").asInt()).isEqualTo(1);
    rollCall("PG11", late, missing);
    assertThat(wave("CA1335").path("met").asInt()).isEqualTo(2);
    assertThat(wave("CA1335").path("missed").asInt()).isEqualTo(1);
    rollCall("X1A", missing, seen);
    assertThat(wave("CA1335").path("met").asInt()).isEqualTo(2);
  }

  @Test
  void a_cancelled_pickup_fetches_nobody() {
    plan(pickup("PG09", "NNG", "2026-06-08T09:00", "2026-06-08T11:00"));
    arrives("2026-06-08T10:15 NNG CA1335");
    desk.send(HttpMethod.DELETE, "/trips/PG09", 1L, "");
    assertThat(wave("CA1335").path("pickups")).isEmpty();
  }

  @Test
  void a_conference_that_is_unknown_is_said_to_be() {
    assertThat(at(UUID.randomUUID()).get("/arrivals").code()).isEqualTo("conference-unknown");
  }
}
