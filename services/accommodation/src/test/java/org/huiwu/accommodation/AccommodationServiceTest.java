package org.huiwu.accommodation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.huiwu.accommodation.States.Person;
import org.junit.jupiter.api.Test;

/// Registration over Kafka, and the rooming lists that come of it.
class AccommodationServiceTest extends DeskScene {
  private static final Person A = Person.of("a", "GD", "M");
  private static final Person B = Person.of("b", "GD", "M");

  @Test
  void it_is_healthy_and_describes_itself() {
    assertThat(desk.getAnywhere("/actuator/health/liveness").status()).isEqualTo(200);
    assertThat(desk.getAnywhere("/actuator/health/readiness").status()).isEqualTo(200);
    var openapi = desk.getAnywhere("/openapi");
    assertThat(openapi.status()).isEqualTo(200);
    assertThat(openapi.body().path("paths").propertyNames())
        .contains(
            "/conferences/{conference}/hotels/{code}",
            "/conferences/{conference}/rooms",
            "/conferences/{conference}/lodgings/{delegation}/rehousings",
            "/conferences/{conference}/holds/{id}",
            "/conferences/{conference}/stays",
            "/conferences/{conference}/exceptions");
  }

  @Test
  void a_person_and_its_itinerary_are_one_line() {
    var heard = hear(A.registered(), A.itinerary(1, "2026-06-09T01:10", "2026-06-11T09:00"));
    assertThat(heard.states()).isEmpty();
    assertThat(heard.manifests()).extracting("manifest").containsExactly("rooming:H1");
    assertThat(lines("H1"))
        .isEqualTo(
            Map.of(
                "a",
                Map.of(
                    "from", "2026-06-08",
                    "to", "2026-06-11",
                    "name", "某人a",
                    "delegation", "GD",
                    "room", "1")));
    assertThat(header("H1")).isEqualTo(Map.of("hotel", "H1"));
  }

  @Test
  void an_itinerary_that_comes_before_its_person_waits_for_it() {
    assertThat(hear(A.itinerary()).manifests()).isEmpty();
    assertThat(hear(A.registered()).manifests()).hasSize(1);
    assertThat(line("H1", "a"))
        .containsEntry("from", "2026-06-08")
        .containsEntry("to", "2026-06-11");
  }

  @Test
  void an_arrival_that_changes_no_night_revises_no_list() {
    hear(A.registered(), A.itinerary());
    assertThat(hear(A.itinerary(2, "2026-06-08T21:40", null)).manifests()).isEmpty();
    assertThat(hear(A.itinerary(3, "2026-06-09T01:10", null)).manifests()).isEmpty();
    assertThat(hear(A.itinerary(4, "2026-06-09T12:00", null)).manifests()).hasSize(1);
    assertThat(line("H1", "a")).containsEntry("from", "2026-06-09").containsEntry("room", "1");
  }

  @Test
  void a_withdrawal_takes_one_line_away_and_touches_no_other() {
    hear(A.registered(), A.itinerary(), B.registered(), B.itinerary());
    var heard = hear(A.withdrawn().at(2, "participant-withdrawn"));
    assertThat(heard.manifests().getFirst().lines()).hasSize(1).containsEntry("a", null);
    assertThat(lines("H1")).containsOnlyKeys("b");
  }

  @Test
  void a_host_that_moves_with_its_companion_is_in_the_same_version() {
    hear(A.registered(), A.itinerary(), B.registered(), B.itinerary());
    var companion = A.companion("c", "F");
    var heard = hear(companion.at(1, "companion-added"), companion.itinerary());
    assertThat(heard.manifests()).hasSize(1);
    assertThat(heard.manifests().getFirst().lines()).containsOnlyKeys("a", "c");
    assertThat(line("H1", "c")).containsEntry("room", line("H1", "a").get("room"));
    assertThat(line("H1", "b")).containsEntry("room", "1");
  }

  @Test
  void a_substitute_takes_the_room_though_others_wait_for_one() {
    hear(A.registered(), A.itinerary(), B.registered(), B.itinerary());
    desk.create("/holds", hold("警卫局", "H1", 9, "2026-06-08", "2026-06-11"));
    var waiting = Person.of("w", "GD", "F");
    hear(waiting.registered(), waiting.itinerary());
    assertThat(line("H1", "w")).containsEntry("room", "");

    var substitute = A.substitute("s", "M");
    var heard =
        hear(
            substitute.at(1, "participant-substituted"),
            A.withdrawn().at(2, "participant-withdrawn"),
            substitute.itinerary());

    assertThat(heard.manifests().getFirst().lines()).containsOnlyKeys("a", "s");
    assertThat(line("H1", "s")).containsEntry("room", "1");
  }

  @Test
  void a_corrected_gender_moves_the_person() {
    hear(A.registered(), A.itinerary(), B.registered(), B.itinerary());
    hear(A.corrected("F").at(2, "participant-corrected"));
    assertThat(line("H1", "a")).containsEntry("room", "2");
    assertThat(line("H1", "b")).containsEntry("room", "1");
  }

  @Test
  void new_dates_of_the_conference_count_for_those_whose_times_are_not_known() {
    hear(
        A.registered(),
        A.itinerary(),
        B.registered(),
        B.itinerary(1, "2026-06-08T12:00", "2026-06-10T12:00"));
    var heard = hear(States.conference(2, "2026-06-08T08:00", "2026-06-12T18:00"));
    assertThat(heard.manifests().getFirst().lines()).containsOnlyKeys("a");
    assertThat(line("H1", "a")).containsEntry("to", "2026-06-12");
  }
}
