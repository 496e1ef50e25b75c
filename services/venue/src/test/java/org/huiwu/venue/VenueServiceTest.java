package org.huiwu.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// Venue from door to door: facts come by Kafka, commands by HTTP, seats go out by Kafka.
class VenueServiceTest extends RealServers {
  private static final String OPENING = session("OPENING", "2026-06-09T09:00");
  private static final String EXCHANGE = session("EXCHANGE", "2026-06-09T10:30");

  @BeforeEach
  void a_conference() {
    hear(States.conference(1, "2026-06-08T08:00", "2026-06-11T18:00"));
  }

  @Test
  void it_is_healthy_and_describes_itself() {
    assertThat(desk.getAnywhere("/actuator/health/liveness").status()).isEqualTo(200);
    assertThat(desk.getAnywhere("/actuator/health/readiness").status()).isEqualTo(200);
    var openapi = desk.getAnywhere("/openapi");
    assertThat(openapi.status()).isEqualTo(200);
    assertThat(openapi.body().path("paths").propertyNames())
        .contains(
            "/conferences/{conference}/sessions",
            "/conferences/{conference}/sessions/{code}",
            "/conferences/{conference}/sessions/{code}/seats");
  }

  // planning

  @Test
  void sessions_are_planned_all_or_none() {
    plan(OPENING);
    var taken = desk.create("/sessions", "[" + EXCHANGE + "," + OPENING + "]");
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.code()).isEqualTo("session-exists");
    assertThat(desk.create("/sessions", "[" + EXCHANGE + "," + EXCHANGE + "]").code())
        .isEqualTo("session-exists");
    assertThat(desk.get("/sessions").body().findValuesAsString("code")).containsExactly("OPENING");
  }

  @Test
  void a_hall_is_there_as_soon_as_a_session_is_and_seats_what_the_desk_says() {
    plan(OPENING);
    var hall = desk.get("/halls").body().path(0);
    assertThat(hall.path("capacity").isNull()).isTrue();
    assertThat(hall.path("version").asLong()).isZero();
    var path = "/halls/" + hall.path("name").asString();
    assertThat(desk.send(HttpMethod.PUT, path, null, "{\"capacity\": 300}").status())
        .isEqualTo(428);
    var seated = desk.send(HttpMethod.PUT, path, 0L, "{\"capacity\": 300}");
    assertThat(seated.status()).as(seated.toString()).isEqualTo(200);
    assertThat(seated.etag()).isEqualTo("\"1\"");
    assertThat(desk.get("/halls").body().path(0).path("capacity").asInt()).isEqualTo(300);
    assertThat(desk.send(HttpMethod.PUT, path, 0L, "{\"capacity\": 200}").status()).isEqualTo(412);
    assertThat(desk.send(HttpMethod.PUT, path, 1L, "{\"capacity\": 0}").status()).isEqualTo(400);
    assertThat(desk.send(HttpMethod.PUT, path, 1L, "{}").body().path("capacity").isNull()).isTrue();
  }

  @Test
  void a_hall_that_nobody_uses_is_unknown_and_of_another_conference_too() {
    plan(OPENING);
    assertThat(desk.send(HttpMethod.PUT, "/halls/NONE", 0L, "{\"capacity\": 9}").code())
        .isEqualTo("hall-unknown");
  }

  @Test
  void planning_needs_a_conference_a_key_and_a_whole_body() {
    assertThat(at(UUID.randomUUID()).create("/sessions", "[" + OPENING + "]").code())
        .isEqualTo("conference-unknown");
    assertThat(desk.createWithoutKey("/sessions", "[" + OPENING + "]").code())
        .isEqualTo("idempotency-key-required");
    assertThat(desk.create("/sessions", "[{\"code\": \"X\"}]").status()).isEqualTo(400);
    assertThat(desk.create("/sessions", "[null]").status()).isEqualTo(400);
    assertThat(desk.create("/sessions", "[" + session("A/B", "2026-06-09T09:00") + "]").status())
        .isEqualTo(400);
  }

  @Test
  void a_retry_is_answered_the_same_and_plans_nothing_twice() {
    var first = desk.create("/sessions", "key-1", "[" + OPENING + "]");
    assertThat(first.status()).isEqualTo(201);
    assertThat(desk.create("/sessions", "key-1", "[" + OPENING + "]")).isEqualTo(first);
  }

  @Test
  void a_session_added_in_the_middle_seats_everybody_at_once() {
    hear(
        States.delegate("a", "GD"),
        States.delegate("b", "GD"),
        States.delegate("c", "BJ"),
        States.participant("d", 1, "companion-added", "GD", "a", true),
        States.participant("e", 1, "participant-withdrawn", "XZ", "", false));
    var change = plan(OPENING + "," + EXCHANGE);
    assertThat(change.states())
        .extracting(AggregateState::event)
        .containsExactly("session-planned", "session-planned");
    assertThat(seats("OPENING")).isEqualTo(Map.of("GD", "2", "BJ", "1"));
    assertThat(seats("EXCHANGE")).isEqualTo(Map.of("GD", "2", "BJ", "1"));
    assertThat(header("OPENING")).isEqualTo(Map.of("hall", "HALL-1", "starts", "2026-06-09T09:00"));
  }

  @Test
  void the_desk_sees_seats_with_the_delegations_names() {
    plan(OPENING);
    hear(States.delegate("a", "GD"), States.delegate("c", "BJ"));
    hear(States.delegation("GD", 1, "广东"));
    hear(States.delegation("GD", 2, "广东省"));
    assertThat(desk.get("/sessions/OPENING/seats").body().toString())
        .isEqualTo(
            """
            [{"delegation":"BJ","name":"","seats":1},{"delegation":"GD","name":"广东省","seats":1}]\
            """);
    assertThat(desk.get("/sessions/NONE/seats").code()).isEqualTo("session-unknown");
  }

  // moving and cancelling

  @Test
  void another_hall_changes_the_header_only() {
    plan(OPENING);
    hear(States.delegate("a", "GD"));
    var change = changed(desk.send(HttpMethod.PATCH, "/sessions/OPENING", 1L, hall("HALL-2")));
    assertThat(change.states()).extracting(AggregateState::event).containsExactly("session-moved");
    var delta = change.manifests().getFirst();
    assertThat(delta.header()).isEqualTo(Map.of("hall", "HALL-2", "starts", "2026-06-09T09:00"));
    assertThat(delta.lines()).isEmpty();
  }

  @Test
  void hall_and_start_move_in_one_change_and_seats_follow_the_start() {
    plan(OPENING);
    hear(
        States.delegate("a", "GD"),
        States.itinerary("a", 1, "2026-06-09T09:30", ""),
        States.delegate("b", "BJ"));
    var change =
        changed(
            desk.send(
                HttpMethod.PATCH,
                "/sessions/OPENING",
                1L,
                "{\"hall\": \"HALL-2\", \"starts\": \"2026-06-09T09:30\"}"));
    assertThat(change.manifests()).hasSize(1);
    var delta = change.manifests().getFirst();
    assertThat(delta.header()).isEqualTo(Map.of("hall", "HALL-2", "starts", "2026-06-09T09:30"));
    assertThat(delta.lines()).isEqualTo(Map.of("GD", Map.of("seats", "1")));
  }

  @Test
  void title_and_contact_are_published_but_revise_no_seats() {
    plan(OPENING);
    var change =
        changed(
            desk.send(
                HttpMethod.PATCH,
                "/sessions/OPENING",
                1L,
                "{\"title\": \"大会\", \"contact\": \"HALL-2\"}"));
    assertThat(change.states().getFirst().state().tree().path("title").asString()).isEqualTo("大会");
    assertThat(change.manifests()).isEmpty();
  }

  @Test
  void a_move_to_where_it_is_changes_nothing() {
    plan(OPENING);
    var answer = desk.send(HttpMethod.PATCH, "/sessions/OPENING", 1L, hall("HALL-1"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.change()).isEmpty();
    assertThat(answer.etag()).isEqualTo("\"1\"");
  }

  @Test
  void a_cancelled_session_is_closed_for_good() {
    plan(OPENING);
    hear(States.delegate("a", "GD"));
    var change = changed(desk.send(HttpMethod.DELETE, "/sessions/OPENING", 1L, ""));
    var delta = change.manifests().getFirst();
    assertThat(delta.closed()).isTrue();
    assertThat(delta.lines()).containsEntry("GD", null);
    assertThat(change.states())
        .extracting(AggregateState::event)
        .containsExactly("session-cancelled");

    assertThat(desk.send(HttpMethod.DELETE, "/sessions/OPENING", 2L, "").change()).isEmpty();
    assertThat(desk.send(HttpMethod.PATCH, "/sessions/OPENING", 2L, hall("HALL-2")).code())
        .isEqualTo("session-cancelled");
  }

  @Test
  void a_plan_edit_needs_the_version_that_was_read() {
    plan(OPENING);
    assertThat(desk.send(HttpMethod.PATCH, "/sessions/OPENING", null, hall("X")).status())
        .isEqualTo(428);
    var stale = desk.send(HttpMethod.PATCH, "/sessions/OPENING", 9L, hall("X"));
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.body().path("current").path("hall").asString()).isEqualTo("HALL-1");
    assertThat(desk.send(HttpMethod.PATCH, "/sessions/NONE", 1L, hall("X")).code())
        .isEqualTo("session-unknown");
    assertThat(desk.get("/sessions/OPENING").etag()).isEqualTo("\"1\"");
  }

  // what comes from registration

  @Test
  void a_withdrawal_frees_the_seat_and_a_reinstatement_takes_it_again() {
    plan(OPENING);
    hear(States.delegate("a", "GD"), States.delegate("b", "GD"));
    hear(States.participant("a", 2, "participant-withdrawn", "GD", "", false));
    assertThat(seats("OPENING")).isEqualTo(Map.of("GD", "1"));
    hear(States.participant("b", 2, "participant-withdrawn", "GD", "", false));
    assertThat(seats("OPENING")).isEmpty();
    hear(States.participant("b", 3, "participant-reinstated", "GD", "", true));
    assertThat(seats("OPENING")).isEqualTo(Map.of("GD", "1"));
  }

  @Test
  void a_change_of_itinerary_revises_only_the_sessions_that_it_touches() {
    plan(OPENING + "," + EXCHANGE);
    hear(States.delegate("a", "GD"), States.itinerary("a", 1, "", ""));
    var later = hear(States.itinerary("a", 2, "2026-06-09T10:00", ""));
    assertThat(later.manifests()).extracting("manifest").containsExactly("session:OPENING");
    assertThat(hear(States.itinerary("a", 3, "2026-06-09T10:10", "")).manifests()).isEmpty();
  }

  @Test
  void a_late_old_state_changes_nothing() {
    plan(OPENING);
    hear(States.participant("a", 2, "participant-withdrawn", "GD", "", false));
    hear(States.delegate("a", "GD"));
    assertThat(seats("OPENING")).isEmpty();
  }

  @Test
  void new_dates_of_the_conference_count_for_those_whose_times_are_not_known() {
    plan(OPENING);
    hear(
        States.delegate("a", "GD"),
        States.delegate("b", "BJ"),
        States.itinerary("b", 1, "2026-06-08T08:00", "2026-06-11T08:00"));
    hear(States.conference(2, "2026-06-10T08:00", "2026-06-11T18:00"));
    assertThat(seats("OPENING")).isEqualTo(Map.of("BJ", "1"));
  }

  private Changeset hear(AggregateState... states) {
    return hear("registration", states);
  }

  private Changeset plan(String sessions) {
    return created("/sessions", "[" + sessions + "]");
  }

  private Map<String, String> seats(String session) {
    return linesOf("session:" + session, "seats");
  }

  private Map<String, String> header(String session) {
    return headerOf("session:" + session);
  }

  private static String hall(String hall) {
    return "{\"hall\": \"" + hall + "\"}";
  }

  private static String session(String code, String starts) {
    return """
    {"code": "%s", "title": "会议", "hall": "HALL-1", "starts": "%s", "contact": "HALL"}\
    """
        .formatted(code, starts);
  }
}
