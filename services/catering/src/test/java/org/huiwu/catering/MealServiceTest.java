package org.huiwu.catering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// Meals from door to door: planned by HTTP, published by Kafka with their orders.
class MealServiceTest extends Scene {
  // planning

  @Test
  void meals_are_planned_all_or_none() {
    plan(LUNCH);
    var taken = desk.create("/meals", "[" + DINNER + "," + LUNCH + "]");
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.code()).isEqualTo("meal-exists");
    assertThat(desk.create("/meals", "[" + DINNER + "," + DINNER + "]").code())
        .isEqualTo("meal-exists");
    assertThat(desk.get("/meals").body().findValuesAsString("code")).containsExactly("LUNCH");
  }

  @Test
  void a_scope_names_a_hotel_or_route_that_is_known() {
    var hotel = desk.create("/meals", "[" + meal("X", "2026-06-09T12:00", "hotel:H9") + "]");
    assertThat(hotel.status()).isEqualTo(422);
    assertThat(hotel.code()).isEqualTo("hotel-unknown");
    assertThat(desk.create("/meals", "[" + meal("X", "2026-06-09T12:00", "route:R9") + "]").code())
        .isEqualTo("route-unknown");
    assertThat(desk.create("/meals", "[" + meal("X", "2026-06-09T12:00", "rank:9") + "]").code())
        .isEqualTo("scope-unknown");
    hear("accommodation", States.hotel("H3", 2, true));
    assertThat(desk.create("/meals", "[" + meal("X", "2026-06-09T12:00", "hotel:H3") + "]").code())
        .isEqualTo("hotel-unknown");
  }

  @Test
  void planning_needs_a_conference_a_key_and_a_whole_body() {
    assertThat(at(UUID.randomUUID()).create("/meals", "[" + LUNCH + "]").code())
        .isEqualTo("conference-unknown");
    assertThat(desk.createWithoutKey("/meals", "[" + LUNCH + "]").code())
        .isEqualTo("idempotency-key-required");
    assertThat(desk.create("/meals", "[{\"code\": \"X\"}]").status()).isEqualTo(400);
    assertThat(desk.create("/meals", "[null]").status()).isEqualTo(400);
    assertThat(
            desk.create("/meals", "[" + meal("A/B", "2026-06-09T12:00", "rank:1") + "]").status())
        .isEqualTo(400);
  }

  @Test
  void a_retry_is_answered_the_same_and_plans_nothing_twice() {
    var first = desk.create("/meals", "key-1", "[" + LUNCH + "]");
    var again = desk.create("/meals", "key-1", "[" + LUNCH + "]");
    assertThat(first.status()).isEqualTo(201);
    assertThat(again).isEqualTo(first);
  }

  @Test
  void a_meal_added_in_the_middle_counts_everybody_at_once() {
    hear(
        "registration",
        States.delegate("a", "halal"),
        States.participant("b", 1, "companion-added", "a", 4, true, "normal"),
        States.participant("c", 1, "participant-withdrawn", "", 3, false, "normal"));
    var change = plan(LUNCH + "," + meal("BANQUET", "2026-06-09T18:00", "rank:3") + "," + PICNIC);
    assertThat(change.states())
        .extracting(AggregateState::event)
        .containsExactly("meal-planned", "meal-planned", "meal-planned");
    assertThat(lines("LUNCH")).isEqualTo(Map.of("halal", "1", "normal", "1"));
    assertThat(lines("BANQUET")).isEqualTo(Map.of("halal", "1"));
    assertThat(lines("PICNIC")).isEmpty();
    assertThat(header("LUNCH")).isEqualTo(Map.of("kitchen", "K1", "starts", "2026-06-09T12:00"));
  }

  // changing and cancelling

  @Test
  void a_new_kitchen_changes_the_header_only() {
    plan(LUNCH);
    hear("registration", States.delegate("a", "normal"));
    var change = changed(desk.send(HttpMethod.PATCH, "/meals/LUNCH", 1L, "{\"kitchen\": \"K2\"}"));
    var delta = change.manifests().getFirst();
    assertThat(delta.header()).isEqualTo(Map.of("kitchen", "K2", "starts", "2026-06-09T12:00"));
    assertThat(delta.lines()).isEmpty();
  }

  @Test
  void a_meal_moved_in_time_or_scope_is_counted_anew() {
    plan(LUNCH);
    hear(
        "registration",
        States.delegate("a", "normal"),
        States.itinerary("a", 1, "2026-06-09T13:00", ""),
        States.delegate("b", "normal"));
    assertThat(lines("LUNCH")).isEqualTo(Map.of("normal", "1"));
    changed(desk.send(HttpMethod.PATCH, "/meals/LUNCH", 1L, "{\"starts\": \"2026-06-09T13:00\"}"));
    assertThat(lines("LUNCH")).isEqualTo(Map.of("normal", "2"));
    changed(desk.send(HttpMethod.PATCH, "/meals/LUNCH", 2L, "{\"scope\": \"rank:2\"}"));
    assertThat(lines("LUNCH")).isEmpty();
    changed(desk.send(HttpMethod.PATCH, "/meals/LUNCH", 3L, "{\"scope\": \"hotel:H1\"}"));
    assertThat(lines("LUNCH")).isEqualTo(Map.of("normal", "2"));
  }

  @Test
  void contact_and_cutoff_are_published_but_revise_no_order() {
    plan(LUNCH);
    var change =
        changed(
            desk.send(
                HttpMethod.PATCH,
                "/meals/LUNCH",
                1L,
                "{\"contact\": \"CHEF\", \"cutoff\": \"2026-06-01T00:00\"}"));
    assertThat(change.states()).extracting(AggregateState::event).containsExactly("meal-changed");
    assertThat(change.manifests()).isEmpty();
  }

  @Test
  void a_change_to_what_it_is_changes_nothing() {
    plan(LUNCH);
    var answer =
        desk.send(
            HttpMethod.PATCH,
            "/meals/LUNCH",
            1L,
            "{\"kitchen\": \"K1\", \"scope\": \"hotel:H1\", \"starts\": \"2026-06-09T12:00\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.change()).isEmpty();
  }

  @Test
  void a_cancelled_meal_is_closed_for_good() {
    plan(LUNCH);
    hear("registration", States.delegate("a", "normal"));
    var change = changed(desk.send(HttpMethod.DELETE, "/meals/LUNCH", 1L, ""));
    var delta = change.manifests().getFirst();
    assertThat(delta.closed()).isTrue();
    assertThat(delta.lines()).containsEntry("normal", null);
    assertThat(change.states().getFirst().state().tree().path("cancelled").asBoolean()).isTrue();

    assertThat(desk.send(HttpMethod.DELETE, "/meals/LUNCH", 2L, "").change()).isEmpty();
    assertThat(desk.send(HttpMethod.PATCH, "/meals/LUNCH", 2L, "{\"kitchen\": \"K2\"}").code())
        .isEqualTo("meal-cancelled");
    assertThat(desk.create("/meals", "[" + LUNCH + "]").code()).isEqualTo("meal-exists");
  }

  @Test
  void a_plan_edit_needs_the_version_that_was_read() {
    plan(LUNCH);
    var body = "{\"kitchen\": \"K2\"}";
    assertThat(desk.send(HttpMethod.PATCH, "/meals/LUNCH", null, body).status()).isEqualTo(428);
    assertThat(desk.send(HttpMethod.PATCH, "/meals/LUNCH", 9L, body).status()).isEqualTo(412);
    assertThat(desk.send(HttpMethod.PATCH, "/meals/NONE", 1L, body).code())
        .isEqualTo("meal-unknown");
    assertThat(desk.get("/meals/LUNCH").etag()).isEqualTo("\"1\"");
  }
}
