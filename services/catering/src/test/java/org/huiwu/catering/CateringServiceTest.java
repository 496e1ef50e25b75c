package org.huiwu.catering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Catering hears of others by Kafka, and the orders follow.
class CateringServiceTest extends Scene {
  @Test
  void it_is_healthy_and_describes_itself() {
    assertThat(desk.getAnywhere("/actuator/health/liveness").status()).isEqualTo(200);
    assertThat(desk.getAnywhere("/actuator/health/readiness").status()).isEqualTo(200);
    var openapi = desk.getAnywhere("/openapi");
    assertThat(openapi.status()).isEqualTo(200);
    assertThat(openapi.body().path("paths").propertyNames())
        .contains(
            "/conferences/{conference}/meals",
            "/conferences/{conference}/meals/{code}",
            "/conferences/{conference}/diets/{person}");
  }

  @Test
  void a_withdrawal_takes_the_person_off_every_order() {
    plan(LUNCH + "," + DINNER);
    hear("registration", States.delegate("a", "normal"));
    var withdrawn =
        hear(
            "registration",
            States.participant("a", 2, "participant-withdrawn", "", 3, false, "normal"));
    assertThat(withdrawn.manifests())
        .extracting("manifest")
        .containsExactlyInAnyOrder("meal:LUNCH", "meal:DINNER");
    assertThat(lines("LUNCH")).isEmpty();
  }

  @Test
  void a_change_of_itinerary_revises_only_the_meals_that_it_touches() {
    plan(LUNCH + "," + DINNER);
    hear("registration", States.delegate("a", "normal"), States.itinerary("a", 1, "", ""));
    var later = hear("registration", States.itinerary("a", 2, "2026-06-09T12:30", ""));
    assertThat(later.manifests()).extracting("manifest").containsExactly("meal:LUNCH");
    assertThat(hear("registration", States.itinerary("a", 3, "2026-06-09T12:40", "")).manifests())
        .isEmpty();
  }

  @Test
  void rehousing_moves_the_meals_from_its_date_on() {
    plan(
        meal("B1", "2026-06-09T07:00", "hotel:H1")
            + ","
            + meal("L1", "2026-06-09T12:00", "hotel:H1")
            + ","
            + meal("L3", "2026-06-09T12:00", "hotel:H3"));
    hear("registration", States.delegate("a", "normal"));
    var rehoused =
        hear(
            "accommodation",
            States.lodging(2, "H1", "{\"hotel\": \"H3\", \"from\": \"2026-06-09\"}"));
    assertThat(rehoused.manifests())
        .extracting("manifest")
        .containsExactlyInAnyOrder("meal:L1", "meal:L3");
    assertThat(lines("B1")).isEqualTo(Map.of("normal", "1"));
    assertThat(lines("L3")).isEqualTo(Map.of("normal", "1"));
  }

  @Test
  void who_joins_a_route_eats_there_until_called_absent() {
    plan(DINNER + "," + PICNIC);
    hear("registration", States.delegate("a", "normal"));
    assertThat(lines("DINNER")).isEqualTo(Map.of("normal", "1"));
    hear("excursion", States.membership("a", 1, "member-placed", "R1", false));
    assertThat(lines("DINNER")).isEmpty();
    assertThat(lines("PICNIC")).isEqualTo(Map.of("normal", "1"));
    hear("excursion", States.membership("a", 2, "called-absent", "R1", true));
    assertThat(lines("DINNER")).isEqualTo(Map.of("normal", "1"));
    assertThat(lines("PICNIC")).isEmpty();
  }

  @Test
  void until_excursion_has_spoken_people_count_on_the_route_that_they_asked_for() {
    plan(DINNER + "," + PICNIC);
    hear("registration", States.traveller("a", "R1"), States.traveller("b", "R1"));
    assertThat(lines("PICNIC")).isEqualTo(Map.of("normal", "2"));
    assertThat(lines("DINNER")).isEmpty();
    assertThat(
            hear("excursion", States.membership("a", 1, "member-placed", "R1", false)).manifests())
        .isEmpty();
    hear("excursion", States.membership("b", 1, "member-placed", "", false));
    assertThat(lines("PICNIC")).isEqualTo(Map.of("normal", "1"));
    assertThat(lines("DINNER")).isEqualTo(Map.of("normal", "1"));
    hear("excursion", States.membership("a", 2, "called-absent", "R1", true));
    assertThat(lines("DINNER")).isEqualTo(Map.of("normal", "2"));
  }

  @Test
  void new_times_of_a_route_move_those_too_who_are_only_expected_on_it() {
    plan(DINNER + "," + PICNIC);
    hear("registration", States.traveller("a", "R1"));
    hear("excursion", States.route("R1", 2, "2026-06-09T19:30", "2026-06-10T19:00", false));
    hear("excursion", States.membership("a", 1, "member-placed", "R1", false));
    assertThat(lines("DINNER")).isEqualTo(Map.of("normal", "1"));
    assertThat(lines("PICNIC")).isEmpty();
  }

  @Test
  void whose_place_depends_on_anothers_is_expected_nowhere() {
    plan(PICNIC);
    hear(
        "registration",
        States.participant("wife", 1, "companion-added", "a", 3, true, "normal", "R1", true));
    assertThat(lines("PICNIC")).isEmpty();
    hear("excursion", States.membership("wife", 1, "member-placed", "R1", false));
    assertThat(lines("PICNIC")).isEqualTo(Map.of("normal", "1"));
  }

  @Test
  void a_bus_change_within_the_route_revises_no_order() {
    plan(PICNIC);
    hear("registration", States.delegate("a", "normal"));
    hear("excursion", States.membership("a", 1, "member-placed", "R1", false));
    assertThat(
            hear("excursion", States.membership("a", 2, "route-switched", "R1", false)).manifests())
        .isEmpty();
  }

  @Test
  void new_times_of_a_route_move_its_people() {
    plan(DINNER + "," + PICNIC);
    hear("registration", States.delegate("a", "normal"));
    hear("excursion", States.membership("a", 1, "member-placed", "R1", false));
    hear("excursion", States.route("R1", 2, "2026-06-09T19:30", "2026-06-10T19:00", false));
    assertThat(lines("DINNER")).isEqualTo(Map.of("normal", "1"));
    assertThat(lines("PICNIC")).isEmpty();
  }

  @Test
  void new_dates_of_the_conference_count_for_those_whose_times_are_not_known() {
    plan(LUNCH);
    hear(
        "registration",
        States.delegate("a", "normal"),
        States.delegate("b", "normal"),
        States.itinerary("b", 1, "2026-06-09T08:00", "2026-06-11T08:00"));
    hear("registration", States.conference(2, "2026-06-10T08:00", "2026-06-11T18:00"));
    assertThat(lines("LUNCH")).isEqualTo(Map.of("normal", "1"));
  }
}
