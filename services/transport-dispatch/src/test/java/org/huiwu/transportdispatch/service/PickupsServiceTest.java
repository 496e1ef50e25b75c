package org.huiwu.transportdispatch.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.transportdispatch.service.Neighbours.itinerary;
import static org.huiwu.transportdispatch.service.Neighbours.participant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.huiwu.transportdispatch.service.Neighbours.Said;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;

/// Pickups and who is fetched, from Kafka and HTTP to the manifests.
class PickupsServiceTest extends OnRealServers {

  PickupsServiceTest(@Autowired JdbcTemplate jdbc) {
    super(jdbc);
  }

  @Test
  void who_registers_with_an_arrival_in_the_window_is_on_the_list() {
    plan(pickup("PG09", "NNG", "2026-06-08T09:00", "2026-06-08T11:00"));

    var person = arrives("2026-06-08T10:15 NNG CA1335");

    assertThat(line("PG09", person).properties())
        .extracting(f -> f.getKey() + "=" + f.getValue().asString())
        .containsExactlyInAnyOrder(
            "number=CA1335", "time=2026-06-08T10:15", "name=邹霞", "delegation=BJ");
  }

  @Test
  void a_pickup_added_in_the_middle_has_its_people_at_once() {
    var inside = arrives("2026-06-08T10:15 NNG CA1335");
    var atTheBeginning = arrives("2026-06-08T09:00 NNG -");
    arrives("2026-06-08T11:00 NNG CA2");
    arrives("2026-06-08T10:15 NND G2");
    arrives("- NNG CA3");

    var planned = plan(pickup("PG09", "NNG", "2026-06-08T09:00", "2026-06-08T11:00"));

    assertThat(lines("PG09").keySet()).containsExactlyInAnyOrder(inside, atTheBeginning);
    assertThat(line("PG09", atTheBeginning).path("number").asString()).isEmpty();
    assertThat(ripple(planned.changeId()))
        .singleElement()
        .satisfies(delta -> {
          assertThat(delta.manifest()).isEqualTo("trip:PG09");
          assertThat(delta.header()).isEqualTo(Map.of("plate", "桂A-PG09"));
        });
  }

  @Test
  void an_itinerary_that_moves_to_another_window_revises_exactly_both_lists() {
    plan(
        pickup("PG09", "NNG", "2026-06-08T09:00", "2026-06-08T11:00"),
        pickup("PG11", "NNG", "2026-06-08T11:00", "2026-06-08T13:00"),
        pickup("PD09", "NND", "2026-06-08T09:00", "2026-06-08T11:00"));
    var person = arrives("2026-06-08T10:15 NNG CA1335");

    var moved = neighbours.say(conference, itinerary(person, "2026-06-08T11:00 NNG CA1335"));
    var heardAgain = neighbours.say(conference, itinerary(person, "2026-06-08T11:00 NNG CA1335"));

    assertThat(ripple(moved))
        .extracting(ManifestDelta::manifest)
        .containsExactlyInAnyOrder("trip:PG09", "trip:PG11");
    assertThat(ripple(heardAgain)).isEmpty();
    assertThat(lines("PG09")).isEmpty();
    assertThat(lines("PG11")).containsOnlyKeys(person);
  }

  @Test
  void the_withdrawn_leave_the_list_and_the_reinstated_are_on_it_again() {
    plan(pickup("PG09", "NNG", "2026-06-08T09:00", "2026-06-08T11:00"));
    var person = arrives("2026-06-08T10:15 NNG CA1335");

    neighbours.say(conference, participant(person, false));
    assertThat(lines("PG09")).isEmpty();

    neighbours.say(conference, participant(person, true));
    assertThat(lines("PG09")).containsOnlyKeys(person);
  }

  @Test
  void a_changed_window_loses_some_and_gains_others_and_leaves_the_rest_alone() {
    var lost = arrives("2026-06-08T09:30 NNG CA1");
    var kept = arrives("2026-06-08T10:30 NNG CA2");
    var gained = arrives("2026-06-08T11:30 NNG CA3");
    plan(pickup("PG09", "NNG", "2026-06-08T09:00", "2026-06-08T11:00"));

    var changed =
        desk.send(
            HttpMethod.PATCH,
            "/trips/PG09",
            1L,
            "{\"windowFrom\": \"2026-06-08T10:00\", \"windowTo\": \"2026-06-08T12:00\"}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.etag()).isEqualTo("\"2\"");
    assertThat(lines("PG09").keySet()).containsExactlyInAnyOrder(kept, gained);
    assertThat(ripple(changed.changeId()))
        .singleElement()
        .satisfies(delta -> {
          assertThat(delta.lines()).containsOnlyKeys(lost, gained);
          assertThat(delta.lines()).containsEntry(lost, null);
          assertThat(delta.header()).isNull();
        });
  }

  @Test
  void a_cancelled_pickup_loses_header_and_lines_and_its_people_are_an_exception() {
    plan(pickup("PG09", "NNG", "2026-06-08T09:00", "2026-06-08T11:00"));
    var person = arrives("2026-06-08T10:15 NNG CA1335");

    var cancelled = desk.send(HttpMethod.DELETE, "/trips/PG09", 1L, "");

    assertThat(cancelled.body().path("cancelled").asBoolean()).isTrue();
    assertThat(ripple(cancelled.changeId()))
        .singleElement()
        .satisfies(delta -> {
          assertThat(delta.closed()).isTrue();
          assertThat(delta.lines()).containsOnlyKeys(person).containsEntry(person, null);
        });
    assertThat(desk.get("/exceptions").body().findValuesAsString("kind"))
        .containsExactly("no-matching-pickup");
    var again = desk.send(HttpMethod.DELETE, "/trips/PG09", 2L, "");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.change()).isEmpty();
  }

  @Test
  void another_departure_of_a_pickup_is_published_and_revises_no_list() {
    plan(pickup("PG09", "NNG", "2026-06-08T09:00", "2026-06-08T11:00"));
    arrives("2026-06-08T10:15 NNG CA1335");

    var retimed =
        desk.send(
            HttpMethod.PUT, "/trips/PG09/departure", 1L, "{\"departs\": \"2026-06-08T11:30\"}");

    assertThat(ripple(retimed.changeId())).isEmpty();
    assertThat(changeset(retimed.changeId()).getFirst().states())
        .singleElement()
        .satisfies(s -> assertThat(s.event()).isEqualTo("trip-retimed"));
  }

  @Test
  void five_hundred_people_in_one_changeset_are_all_taken_in() {
    plan(pickup("PG09", "NNG", "2026-06-08T09:00", "2026-06-08T11:00"));
    List<Said> roster = new ArrayList<>();
    for (int n = 0; n < 500; n++) {
      var id = UUID.randomUUID().toString();
      roster.add(participant(id, true));
      roster.add(itinerary(id, "2026-06-08T10:%02d NNG CA%d".formatted(n % 60, n)));
    }

    var imported = neighbours.say(conference, roster.toArray(Said[]::new));

    assertThat(lines("PG09")).hasSize(500);
    assertThat(ripple(imported))
        .singleElement()
        .satisfies(delta -> assertThat(delta.lines()).hasSize(500));
    assertThat(desk.get("/exceptions").body())
        .singleElement()
        .satisfies(e -> {
          assertThat(e.path("kind").asString()).isEqualTo("over-seats");
          assertThat(e.path("people").asInt()).isEqualTo(500);
        });
  }
}
