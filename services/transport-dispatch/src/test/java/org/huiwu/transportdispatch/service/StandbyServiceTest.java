package org.huiwu.transportdispatch.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;

/// The stand-by, and the doors that all services have.
class StandbyServiceTest extends OnRealServers {
  private static final String VEHICLES =
      """
      [{"plate": "S1", "seats": 20, "driver": "Q"}, {"plate": "S2", "seats": 7, "driver": "W", "note": "24 h"}]\
      """;

  StandbyServiceTest(@Autowired JdbcTemplate jdbc) {
    super(jdbc);
  }

  @Test
  void a_vehicle_that_stands_by_replaces_another_and_stands_by_no_more() {
    plan(bus("X1A", "R1"));
    assertThat(desk.create("/standby", VEHICLES).status()).isEqualTo(201);

    var replaced = desk.send(HttpMethod.PUT, "/trips/X1A/vehicle", 1L, "{\"plate\": \"S1\"}");

    assertThat(replaced.body().path("seats").asInt()).isEqualTo(20);
    assertThat(replaced.body().path("driver").asString()).isEqualTo("Q");
    assertThat(desk.get("/standby").body().findValuesAsString("plate")).containsExactly("S2");
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
    assertThat(desk.get("/standby").body()).hasSize(2);
  }

  @Test
  void the_stand_by_is_kept_by_the_desk_and_published_to_nobody() {
    var added = desk.create("/standby", VEHICLES);
    assertThat(added.change()).isEmpty();
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
