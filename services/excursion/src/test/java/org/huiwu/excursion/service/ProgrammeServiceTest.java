package org.huiwu.excursion.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.huiwu.excursion.service.States.Bus;
import org.huiwu.excursion.service.States.Person;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// Routes and stops, from door to door.
class ProgrammeServiceTest extends ExcursionScene {

  @Test
  void it_is_healthy_and_describes_itself() {
    assertThat(desk.getAnywhere("/actuator/health/liveness").status()).isEqualTo(200);
    assertThat(desk.getAnywhere("/actuator/health/readiness").status()).isEqualTo(200);
    var openapi = desk.getAnywhere("/openapi");
    assertThat(openapi.status()).isEqualTo(200);
    assertThat(openapi.body().path("paths").propertyNames())
        .contains(
            "/conferences/{conference}/routes",
            "/conferences/{conference}/routes/{code}",
            "/conferences/{conference}/stops",
            "/conferences/{conference}/stops/{code}",
            "/conferences/{conference}/stops/{code}/arrival",
            "/conferences/{conference}/memberships/{person}",
            "/conferences/{conference}/memberships/{person}/route",
            "/conferences/{conference}/groups",
            "/conferences/{conference}/exceptions");
  }

  @Test
  void routes_and_stops_are_planned_all_or_none() {
    assertThat(desk.create("/routes", "[" + route("R3") + "," + route("R1") + "]").code())
        .isEqualTo("route-exists");
    assertThat(desk.create("/routes", "[" + route("R3") + "," + route("R3") + "]").code())
        .isEqualTo("route-exists");
    assertThat(desk.get("/routes").body().findValuesAsString("code")).containsExactly("R1", "R2");
    assertThat(
            desk.create("/stops", "[" + stop("S3", "R1", 3) + "," + stop("S1", "R1", 1) + "]")
                .code())
        .isEqualTo("stop-exists");
    assertThat(desk.create("/stops", "[" + stop("S3", "R9", 3) + "]").code())
        .isEqualTo("route-unknown");
    assertThat(desk.get("/stops").body().findValuesAsString("code")).containsExactly("S1", "S2");
  }

  @Test
  void planning_needs_a_conference_a_key_and_a_whole_body() {
    assertThat(at(UUID.randomUUID()).create("/routes", "[" + route("R3") + "]").code())
        .isEqualTo("conference-unknown");
    assertThat(desk.createWithoutKey("/routes", "[" + route("R3") + "]").code())
        .isEqualTo("idempotency-key-required");
    assertThat(desk.create("/routes", "[{\"code\": \"R3\"}]").status()).isEqualTo(400);
    assertThat(desk.create("/routes", "[null]").status()).isEqualTo(400);
    assertThat(desk.create("/stops", "[null]").status()).isEqualTo(400);
    assertThat(desk.create("/routes", "[" + route("R/3") + "]").status()).isEqualTo(400);
    assertThat(
            desk.create("/stops", "[" + stop("S9", "R1", 1).replace("\"seq\": 1,", "") + "]")
                .status())
        .isEqualTo(400);
  }

  @Test
  void a_route_returns_after_it_departs() {
    assertThat(desk.create("/routes", "[" + route("R3").replace("06-10", "06-08") + "]").code())
        .isEqualTo("route-times");
  }

  @Test
  void a_retry_is_answered_the_same_and_plans_nothing_twice() {
    var first = desk.create("/routes", "key-1", "[" + route("R3") + "]");
    assertThat(first.status()).isEqualTo(201);
    assertThat(desk.create("/routes", "key-1", "[" + route("R3") + "]")).isEqualTo(first);
  }

  @Test
  void what_is_left_out_of_a_change_stays() {
    var change = changed(desk.send(HttpMethod.PATCH, "/routes/R1", 1L, "{\"name\": \"百色\"}"));
    assertThat(change.states()).extracting(AggregateState::event).containsExactly("route-changed");
    assertThat(change.states().getFirst().state().toString())
        .isEqualTo(
            """
            {"code":"R1","name":"百色","departs":"2026-06-09T14:00","returns":"2026-06-10T19:00","cancelled":false}\
            """);
    var stop = changed(desk.send(HttpMethod.PATCH, "/stops/S1", 1L, "{\"seq\": 7}"));
    assertThat(stop.states().getFirst().state().toString())
        .isEqualTo(
            """
            {"code":"S1","route":"R1","seq":7,"name":"点","arrives":"2026-06-09T16:30","leaves":"2026-06-09T18:00","contact":"SITE-S1","cancelled":false}\
            """);
    assertThat(stop.manifests()).isEmpty();
  }

  @Test
  void a_change_to_what_is_there_is_none() {
    var answer = desk.send(HttpMethod.PATCH, "/routes/R1", 1L, "{\"name\": \"线\"}");
    assertThat(answer.change()).isEmpty();
    assertThat(answer.etag()).isEqualTo("\"1\"");
    var arrival =
        desk.send(HttpMethod.PUT, "/stops/S1/arrival", 1L, "{\"arrives\": \"2026-06-09T16:30\"}");
    assertThat(arrival.change()).isEmpty();
  }

  @Test
  void a_plan_edit_needs_the_version_that_was_read() {
    assertThat(desk.send(HttpMethod.PATCH, "/stops/S1", null, "{\"seq\": 2}").status())
        .isEqualTo(428);
    var stale = desk.send(HttpMethod.PATCH, "/routes/R1", 4L, "{\"name\": \"x\"}");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.body().path("current").path("name").asString()).isEqualTo("线");
    assertThat(desk.send(HttpMethod.DELETE, "/routes/R9", 1L, "").code())
        .isEqualTo("route-unknown");
    assertThat(desk.get("/stops/S9").code()).isEqualTo("stop-unknown");
    assertThat(desk.get("/stops/S1").etag()).isEqualTo("\"1\"");
  }

  @Test
  void a_retimed_stop_changes_its_header_only_even_past_its_leaving() {
    planned(Bus.of("X1A", "R1", 45, "BJ"));
    registered(Person.delegate("a", "BJ", "R1"));
    var change =
        changed(
            desk.send(
                HttpMethod.PUT, "/stops/S1/arrival", 1L, "{\"arrives\": \"2026-06-09T19:10\"}"));
    assertThat(change.states()).extracting(AggregateState::event).containsExactly("stop-retimed");
    assertThat(change.manifests()).hasSize(1);
    var delta = change.manifests().getFirst();
    assertThat(delta.header()).isEqualTo(Map.of("arrives", "2026-06-09T19:10", "plates", "桂X1A"));
    assertThat(delta.lines()).isEmpty();
  }

  @Test
  void a_stop_put_in_between_has_everybody_on_the_route_at_once_and_is_visited_in_between() {
    created("/stops", "[" + stop("S1Z", "R1", 2) + "]");
    planned(Bus.of("X1A", "R1", 45, "BJ"));
    registered(
        Person.delegate("a", "BJ", "R1"),
        Person.delegate("b", "BJ", "R2"),
        Person.delegate("c", "BJ", "R1").withdrawn());
    var between = stop("S1M", "R1", 2).replace("16:30", "10:00");
    var change = created("/stops", "[" + between + "]");
    assertThat(manifests(change)).containsExactly("site:S1M");
    assertThat(site("S1M")).isEqualTo(Map.of("a", "X1A"));
    assertThat(desk.get("/stops").body().findValuesAsString("code"))
        .containsExactly("S1", "S1M", "S1Z", "S2");
  }

  @Test
  void a_cancelled_stop_is_closed_for_good() {
    planned(Bus.of("X1A", "R1", 45, "BJ"));
    registered(Person.delegate("a", "BJ", "R1"));
    var change = changed(desk.send(HttpMethod.DELETE, "/stops/S1", 1L, ""));
    assertThat(change.states()).extracting(AggregateState::event).containsExactly("stop-cancelled");
    assertThat(change.manifests())
        .singleElement()
        .satisfies(delta -> {
          assertThat(delta.manifest()).isEqualTo("site:S1");
          assertThat(delta.closed()).isTrue();
          assertThat(delta.lines()).containsEntry("a", null);
        });
    assertThat(desk.send(HttpMethod.DELETE, "/stops/S1", 2L, "").change()).isEmpty();
    assertThat(desk.send(HttpMethod.PATCH, "/stops/S1", 2L, "{\"seq\": 2}").code())
        .isEqualTo("stop-cancelled");
    var retimed =
        desk.send(HttpMethod.PUT, "/stops/S1/arrival", 2L, "{\"arrives\": \"2026-06-09T17:00\"}");
    assertThat(retimed.code()).isEqualTo("stop-cancelled");
  }

  @Test
  void with_a_route_its_stops_are_cancelled_and_its_members_leave() {
    planned(Bus.of("X1A", "R1", 45, "BJ"));
    registered(Person.delegate("a", "BJ", "R1"));
    var change = changed(desk.send(HttpMethod.DELETE, "/routes/R1", 1L, ""));
    assertThat(change.states())
        .extracting(AggregateState::event)
        .containsExactly("route-cancelled", "member-left", "stop-cancelled");
    assertThat(change.manifests())
        .singleElement()
        .satisfies(delta -> assertThat(delta.closed()).isTrue());
    assertThat(place("a")).isEqualTo("/");

    assertThat(desk.send(HttpMethod.DELETE, "/routes/R1", 2L, "").change()).isEmpty();
    assertThat(desk.send(HttpMethod.PATCH, "/routes/R1", 2L, "{\"name\": \"x\"}").code())
        .isEqualTo("route-cancelled");
    assertThat(desk.create("/stops", "[" + stop("S9", "R1", 9) + "]").code())
        .isEqualTo("route-cancelled");
    assertThat(switchRoute("a", 2, "R1").code()).isEqualTo("route-cancelled");
    registered(Person.delegate("b", "BJ", "R1"));
    assertThat(place("b")).isEqualTo("/");
  }

  @Test
  void the_plates_of_a_site_are_those_of_the_buses_that_its_route_has_now() {
    var a = Bus.of("X1A", "R1", 45, "BJ");
    var b = Bus.of("X1B", "R1", 45, "TJ");
    planned(b, a, Bus.of("X2A", "R2", 45, "BJ"));
    hear(TRANSPORT, States.pickup("P1"));
    assertThat(header("S1")).isEqualTo("桂X1A 桂X1B");
    var replaced = hear(TRANSPORT, a.plate("桂Z9").state("vehicle-replaced"));
    assertThat(manifests(replaced)).containsExactly("site:S1");
    assertThat(header("S1")).isEqualTo("桂X1B 桂Z9");
    hear(TRANSPORT, b.onRoute("R2").state("trip-changed"));
    assertThat(header("S1")).isEqualTo("桂Z9");
    assertThat(header("S2")).isEqualTo("桂X1B 桂X2A");
    hear(TRANSPORT, a.plate("桂Z9").cancel().state("trip-cancelled"));
    assertThat(header("S1")).isEmpty();
  }

  private String header(String stop) {
    return desk.get("/derived-manifests/site:" + stop)
        .body()
        .path("header")
        .path("plates")
        .asString();
  }
}
