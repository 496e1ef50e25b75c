package org.huiwu.transportdispatch.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.transportdispatch.service.Neighbours.delegation;
import static org.huiwu.transportdispatch.service.Neighbours.itinerary;
import static org.huiwu.transportdispatch.service.Neighbours.membership;
import static org.huiwu.transportdispatch.service.Neighbours.participant;
import static org.huiwu.transportdispatch.service.Neighbours.route;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.huiwu.platform.messaging.WireJson;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;

/// Planning trips, and the buses of excursions.
class TripsServiceTest extends OnRealServers {

  TripsServiceTest(@Autowired JdbcTemplate jdbc) {
    super(jdbc);
  }

  @Test
  void a_planned_trip_is_published_as_the_contract_says() {
    var planned = plan(bus("X1A", "R1"));

    assertThat(changeset(planned.changeId()).getFirst().states())
        .singleElement()
        .satisfies(s -> {
          assertThat(s.aggregate()).isEqualTo("transport-dispatch.trip");
          assertThat(s.id()).isEqualTo("X1A");
          assertThat(s.version()).isEqualTo(1);
          assertThat(s.event()).isEqualTo("trip-planned");
          assertThat(s.state().tree())
              .isEqualTo(
                  WireJson.mapper()
                      .readTree(
                          """
                          {"code": "X1A", "kind": "excursion", "plate": "桂A-X1A", "seats": 45, "driver": "D",
                           "route": "R1", "departs": "2026-06-09T14:00", "delegations": ["BJ", "GD"], "from": "",
                           "windowFrom": null, "windowTo": null, "contact": "TRIP-X1A", "cancelled": false}\
                          """));
        });
  }

  @Test
  void who_excursion_puts_on_a_bus_is_on_its_list_until_called_absent_or_moved() {
    plan(bus("X1A", "R1"), bus("X1B", "R1"));
    var person = arrives("- self -");

    neighbours.say(conference, membership(person, "X1A", false));
    assertThat(line("X1A", person).path("rank").asString()).isEqualTo("2");

    neighbours.say(conference, membership(person, "X1A", true));
    assertThat(lines("X1A")).isEmpty();

    var moved = neighbours.say(conference, membership(person, "X1B", false));
    assertThat(lines("X1B")).containsOnlyKeys(person);
    assertThat(ripple(moved))
        .singleElement()
        .satisfies(d -> assertThat(d.manifest()).isEqualTo("trip:X1B"));
  }

  @Test
  void whatever_order_the_neighbours_speak_in_the_lists_are_the_same() {
    plan(bus("X1A", "R1"), pickup("PG09", "NNG", "2026-06-08T09:00", "2026-06-08T11:00"));
    var dice = new Random(7);
    for (int round = 0; round < 12; round++) {
      var id = UUID.randomUUID().toString();
      var said =
          new ArrayList<>(
              List.of(
                  participant(id, true),
                  itinerary(id, "2026-06-08T10:15 NNG CA1335"),
                  membership(id, "X1A", false)));
      Collections.shuffle(said, dice);

      said.forEach(s -> neighbours.say(conference, s));

      assertThat(lines("X1A")).hasSize(round + 1).containsKey(id);
      assertThat(lines("PG09")).hasSize(round + 1).containsKey(id);
    }
    assertThat(new HashSet<>(lines("PG09").values())).hasSize(1);
    assertThat(new HashSet<>(lines("X1A").values())).hasSize(1);
  }

  @Test
  void another_vehicle_shows_in_the_header_alone() {
    plan(bus("X1A", "R1"));
    var person = arrives("- self -");
    neighbours.say(conference, membership(person, "X1A", false));

    var replaced = desk.send(HttpMethod.PUT, "/trips/X1A/vehicle", 1L, "{\"plate\": \"桂A53493\"}");

    assertThat(replaced.body().path("plate").asString()).isEqualTo("桂A53493");
    assertThat(replaced.body().path("seats").asInt()).isEqualTo(45);
    assertThat(ripple(replaced.changeId()))
        .singleElement()
        .satisfies(delta -> {
          assertThat(delta.lines()).isEmpty();
          assertThat(delta.header())
              .isEqualTo(Map.of("plate", "桂A53493", "departs", "2026-06-09T14:00"));
        });
  }

  @Test
  void the_same_plate_again_is_no_change() {
    plan(bus("X1A", "R1"));

    var same = desk.send(HttpMethod.PUT, "/trips/X1A/vehicle", 1L, "{\"plate\": \"桂A-X1A\"}");

    assertThat(same.status()).isEqualTo(200);
    assertThat(same.etag()).isEqualTo("\"1\"");
    assertThat(same.change()).isEmpty();
  }

  @Test
  void a_bus_departs_later() {
    plan(bus("X1A", "R1"));

    var retimed =
        desk.send(
            HttpMethod.PUT, "/trips/X1A/departure", 1L, "{\"departs\": \"2026-06-09T14:40\"}");

    assertThat(ripple(retimed.changeId()))
        .singleElement()
        .satisfies(d -> assertThat(d.header()).containsEntry("departs", "2026-06-09T14:40"));
  }

  @Test
  void a_plan_is_changed_only_by_who_has_seen_it() {
    plan(bus("X1A", "R1"));
    var vehicle = "{\"plate\": \"桂A53493\"}";

    assertThat(desk.send(HttpMethod.PUT, "/trips/X1A/vehicle", null, vehicle).status())
        .isEqualTo(428);
    var stale = desk.send(HttpMethod.PUT, "/trips/X1A/vehicle", 9L, vehicle);
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.body().path("current").path("plate").asString()).isEqualTo("桂A-X1A");
    assertThat(stale.body().path("current").path("version").asInt()).isEqualTo(1);
    assertThat(desk.send(HttpMethod.PUT, "/trips/X9/vehicle", 1L, vehicle).code())
        .isEqualTo("trip-unknown");
  }

  @Test
  void trips_are_planned_all_or_none() {
    plan(bus("X1A", "R1"));

    var taken = desk.create("/trips", "[" + bus("X1B", "R1") + "," + bus("X1A", "R1") + "]");
    var twice = desk.create("/trips", "[" + bus("X1B", "R1") + "," + bus("X1B", "R1") + "]");

    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.code()).isEqualTo("trip-exists");
    assertThat(twice.code()).isEqualTo("trip-exists");
    assertThat(desk.get("/trips").body().findValuesAsString("code")).containsExactly("X1A");
  }

  @Test
  void a_refusal_names_the_value_and_what_it_was_said_of() {
    var unknown = desk.create("/trips", "[" + bus("X1B", "R9") + "]");

    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.code()).isEqualTo("route-unknown");
    assertThat(unknown.body().path("detail").asString()).contains("R9").contains("X1B");
  }

  @Test
  void a_cancelled_route_or_delegation_is_not_planned_for() {
    neighbours.say(conference, delegation("GD", true));
    assertThat(desk.create("/trips", "[" + bus("X1A", "R1") + "]").code())
        .isEqualTo("delegation-unknown");

    neighbours.say(conference, delegation("GD", false));
    neighbours.say(conference, route("R1", true));
    assertThat(desk.create("/trips", "[" + bus("X1A", "R1") + "]").code())
        .isEqualTo("route-unknown");
  }

  @Test
  void planning_needs_a_key_and_the_same_key_plans_once() {
    var body = "[" + bus("X1A", "R1") + "]";

    assertThat(desk.createWithoutKey("/trips", body).code()).isEqualTo("idempotency-key-required");
    var first = desk.create("/trips", "k1", body);
    var again = desk.create("/trips", "k1", body);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.change()).isEqualTo(first.change());
  }

  @Test
  void a_bus_with_people_stays_on_its_route() {
    neighbours.say(conference, route("R2", false));
    plan(bus("X1A", "R1"));
    var person = arrives("- self -");
    neighbours.say(conference, membership(person, "X1A", true));

    var changed = desk.send(HttpMethod.PATCH, "/trips/X1A", 1L, "{\"route\": \"R2\"}");

    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.code()).isEqualTo("trip-has-members");
  }

  @Test
  void a_trip_is_read_with_its_version() {
    plan(bus("X1A", "R1"), pickup("PG09", "NNG", "2026-06-08T09:00", "2026-06-08T11:00"));

    var trip = desk.get("/trips/PG09");

    assertThat(trip.etag()).isEqualTo("\"1\"");
    assertThat(trip.body().path("windowFrom").asString()).isEqualTo("2026-06-08T09:00");
    assertThat(trip.body().path("from").asString()).isEqualTo("NNG");
    assertThat(desk.get("/trips").body().findValuesAsString("code")).containsExactly("PG09", "X1A");
    assertThat(desk.get("/trips/X9").status()).isEqualTo(404);
  }
}
