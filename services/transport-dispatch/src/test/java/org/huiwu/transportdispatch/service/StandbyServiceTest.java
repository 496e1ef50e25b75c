package org.huiwu.transportdispatch.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;

/// The stand-by, and the doors that all services have.
class StandbyServiceTest extends OnRealServers {
  private static final String VEHICLES =
      """
      [{"plate": "S1", "seats": 20, "driver": "Q", "contact": "D-Q"}, {"plate": "S2", "seats": 7, "driver": "W", "note": "24 h"}]\
      """;

  StandbyServiceTest(@Autowired JdbcTemplate jdbc) {
    super(jdbc);
  }

  @Test
  void a_vehicle_that_stands_by_replaces_another_and_is_seen_to_have_been_called_there() {
    plan(bus("X1A", "R1"));
    assertThat(desk.create("/standby", VEHICLES).status()).isEqualTo(201);

    var replaced = desk.send(HttpMethod.PUT, "/trips/X1A/vehicle", 1L, "{\"plate\": \"S1\"}");

    assertThat(replaced.body().path("seats").asInt()).isEqualTo(20);
    assertThat(replaced.body().path("driver").asString()).isEqualTo("Q");
    assertThat(replaced.body().path("contact").asString()).isEqualTo("TRIP-X1A");
    var called = desk.get("/standby/S1").body();
    assertThat(called.path("state").asString()).isEqualTo("called");
    assertThat(called.path("trip").asString()).isEqualTo("X1A");
    assertThat(changeset(replaced.change().orElseThrow()).getFirst().states())
        .extracting(s -> s.event())
        .containsExactly("vehicle-replaced", "standby-called");
    assertThat(desk.send(HttpMethod.PATCH, "/standby/S1", 2L, "{\"seats\": 9}").code())
        .isEqualTo("standby-called");
    assertThat(desk.send(HttpMethod.DELETE, "/standby/S1", 2L, "").code())
        .isEqualTo("standby-called");
  }

  /// The list of a pickup goes to whoever drives it: to the driver who has come, not to the one
  /// whose vehicle stands still.
  @Test
  void a_pickups_list_goes_to_the_driver_who_was_called() {
    plan(pickup("PG1", "NNG", "2026-06-08T09:00", "2026-06-08T11:00"));
    desk.create("/standby", VEHICLES);

    var byWhoStandsBy =
        desk.send(HttpMethod.PUT, "/trips/PG1/vehicle", 1L, "{\"plate\": \"S1\"}").body();
    assertThat(byWhoStandsBy.path("contact").asString()).isEqualTo("D-Q");

    var without = desk.send(HttpMethod.PUT, "/trips/PG1/vehicle", 2L, "{\"plate\": \"S2\"}").body();
    assertThat(without.path("contact").asString()).isEqualTo("D-Q");

    var named =
        desk.send(
                HttpMethod.PUT,
                "/trips/PG1/vehicle",
                3L,
                "{\"plate\": \"S2\", \"contact\": \"D-W\"}")
            .body();
    assertThat(named.path("contact").asString()).isEqualTo("D-W");
  }

  @Test
  void a_vehicle_that_is_back_stands_by_again_and_its_versions_go_on() {
    plan(bus("X1A", "R1"));
    desk.create("/standby", VEHICLES);
    desk.send(HttpMethod.PUT, "/trips/X1A/vehicle", 1L, "{\"plate\": \"S1\"}");

    var again = desk.create("/standby", "[{\"plate\": \"S1\", \"seats\": 20}]");

    var vehicle = again.body().get(0);
    assertThat(vehicle.path("state").asString()).isEqualTo("standing");
    assertThat(vehicle.path("trip").asString()).isEmpty();
    assertThat(vehicle.path("version").asLong()).isEqualTo(3);
    assertThat(desk.create("/standby", "[{\"plate\": \"S1\", \"seats\": 20}]").code())
        .isEqualTo("standby-exists");
  }

  @Test
  void what_is_said_with_the_replacement_counts_before_the_stand_by() {
    plan(bus("X1A", "R1"));
    desk.create("/standby", VEHICLES);

    var replaced =
        desk.send(
            HttpMethod.PUT,
            "/trips/X1A/vehicle",
            1L,
            "{\"plate\": \"S1\", \"seats\": 18, \"driver\": \"E\"}");

    assertThat(replaced.body().path("seats").asInt()).isEqualTo(18);
    assertThat(replaced.body().path("driver").asString()).isEqualTo("E");
  }

  @Test
  void a_refused_replacement_leaves_the_stand_by_alone() {
    plan(bus("X1A", "R1"));
    desk.create("/standby", VEHICLES);

    var refused =
        desk.send(HttpMethod.PUT, "/trips/X1A/vehicle", 1L, "{\"plate\": \"S1\", \"seats\": 0}");

    assertThat(refused.code()).isEqualTo("trip-seats-not-positive");
    assertThat(desk.get("/standby").body().findValuesAsString("state"))
        .containsExactly("standing", "standing");
  }

  @Test
  void the_stand_by_is_kept_by_the_desk_and_told_to_whoever_watches() {
    var added = published().change(desk.create("/standby", VEHICLES));
    assertThat(added.subscribers()).isEmpty();
    assertThat(added.manifests()).isEmpty();
    assertThat(added.states())
        .extracting(s -> s.aggregate(), s -> s.id(), s -> s.event(), s -> s.version())
        .containsExactly(
            tuple("transport-dispatch.standby", "S1", "standby-added", 1L),
            tuple("transport-dispatch.standby", "S2", "standby-added", 1L));
    assertThat(added.states().toString()).doesNotContain("24 h");
    assertThat(desk.create("/standby", "[{\"plate\": \"S2\", \"seats\": 1}]").code())
        .isEqualTo("standby-exists");
    assertThat(desk.create("/standby", "[{\"plate\": \"S3\", \"seats\": 0}]").code())
        .isEqualTo("standby-seats-not-positive");
    assertThat(desk.create("/standby", "[{\"seats\": 1}]").code())
        .isEqualTo("standby-plate-missing");

    var changed = desk.send(HttpMethod.PATCH, "/standby/S2", 1L, "{\"seats\": 9}");
    assertThat(changed.body().path("seats").asInt()).isEqualTo(9);
    assertThat(changed.body().path("driver").asString()).isEqualTo("W");
    assertThat(changed.etag()).isEqualTo("\"2\"");
    assertThat(desk.send(HttpMethod.PATCH, "/standby/S2", 2L, "{\"plate\": \"S4\"}").code())
        .isEqualTo("standby-plate-fixed");
    assertThat(desk.send(HttpMethod.DELETE, "/standby/S2", 1L, "").status()).isEqualTo(412);
    assertThat(desk.send(HttpMethod.DELETE, "/standby/S2", 2L, "").status()).isEqualTo(200);
    assertThat(desk.get("/standby/S2").code()).isEqualTo("standby-unknown");
    assertThat(desk.get("/standby/S1").etag()).isEqualTo("\"1\"");
  }

  @Test
  void a_conference_nobody_told_of_is_not_found() {
    var nowhere = "/conferences/" + UUID.randomUUID();

    for (var path : new String[] {"/trips", "/trips/X1A/roll-calls", "/standby", "/exceptions"}) {
      assertThat(desk.getAnywhere(nowhere + path).code()).isEqualTo("conference-unknown");
    }
  }

  @Test
  void the_service_is_healthy_and_describes_its_doors() {
    assertThat(desk.getAnywhere("/actuator/health/liveness").body().path("status").asString())
        .isEqualTo("UP");
    assertThat(desk.getAnywhere("/actuator/health/readiness").body().path("status").asString())
        .isEqualTo("UP");
    assertThat(desk.getAnywhere("/openapi").body().path("paths").propertyNames())
        .contains(
            "/conferences/{conference}/trips",
            "/conferences/{conference}/trips/{code}/vehicle",
            "/conferences/{conference}/trips/{code}/departure",
            "/conferences/{conference}/trips/{code}/roll-calls",
            "/conferences/{conference}/standby",
            "/conferences/{conference}/exceptions");
  }
}
