package org.huiwu.accommodation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.huiwu.accommodation.States.Person;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/// How full each hotel is, night by night.
class NightsServiceTest extends DeskScene {
  private static final Person A = Person.of("a", "GD", "M");
  private static final Person B = Person.of("b", "GD", "F");
  private static final Person C = Person.of("c", "GD", "F");

  private List<JsonNode> nights(String hotel) {
    return desk.get("/nights")
        .body()
        .valueStream()
        .filter(n -> n.path("hotel").asString().equals(hotel))
        .toList();
  }

  private JsonNode night(String hotel, String date) {
    return nights(hotel).stream()
        .filter(n -> n.path("night").asString().equals(date))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_empty_hotel_is_free_on_every_night_of_the_conference() {
    assertThat(nights("H1"))
        .extracting(n -> n.path("night").asString())
        .containsExactly("2026-06-08", "2026-06-09", "2026-06-10");
    assertThat(night("H1", "2026-06-09").toString())
        .isEqualTo(
            """
            {"hotel":"H1","night":"2026-06-09","rooms":2,"beds":4,"guests":0,"waiting":0,"taken":0,\
            "held":0,"asked":0,"free":2,"freeBeds":4}\
            """);
  }

  @Test
  void a_bed_beside_somebody_is_not_free() {
    hear(A.registered(), A.itinerary());
    var night = night("H1", "2026-06-08");
    assertThat(night.path("guests").asInt()).isEqualTo(1);
    assertThat(night.path("taken").asInt()).isEqualTo(1);
    assertThat(night.path("free").asInt()).isEqualTo(1);
    assertThat(night.path("freeBeds").asInt()).isEqualTo(2);
    assertThat(night("H2", "2026-06-08").path("free").asInt()).isEqualTo(1);
  }

  @Test
  void a_hold_that_is_short_shows_what_it_asks_for_and_what_it_has() {
    hear(A.registered(), A.itinerary());
    var hold = created("/holds", hold("警卫局", "H1", 2, "2026-06-09", "2026-06-12"));
    assertThat(hold.states()).hasSize(1);
    assertThat(night("H1", "2026-06-08").path("asked").asInt()).isZero();
    var during = night("H1", "2026-06-09");
    assertThat(during.path("asked").asInt()).isEqualTo(2);
    assertThat(during.path("held").asInt()).isEqualTo(1);
    assertThat(during.path("free").asInt()).isZero();
    assertThat(night("H1", "2026-06-11").path("held").asInt()).isEqualTo(1);

    var id = desk.get("/holds").body().get(0).path("id").asString();
    changed(desk.send(HttpMethod.DELETE, "/holds/" + id, 1L, ""));
    assertThat(night("H1", "2026-06-09").path("held").asInt()).isZero();
    assertThat(night("H1", "2026-06-09").path("asked").asInt()).isZero();
  }

  @Test
  void who_finds_no_room_waits() {
    fill("H1");
    hear(A.registered(), A.itinerary(), B.registered(), B.itinerary(), C.registered());
    var night = night("H1", "2026-06-08");
    assertThat(night.path("guests").asInt()).isZero();
    assertThat(night.path("waiting").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(night.path("free").asInt()).isZero();
    assertThat(night.path("freeBeds").asInt()).isZero();
  }

  @Test
  void nights_end_a_month_around_the_conference() {
    created("/holds", hold("警卫局", "H1", 1, "2020-01-01", "2099-01-01"));
    var dates = nights("H1").stream().map(n -> n.path("night").asString()).toList();
    assertThat(dates).hasSize(3 + 31 + 32);
    assertThat(dates.getFirst()).isEqualTo("2026-05-08");
    assertThat(dates.getLast()).isEqualTo("2026-07-12");
  }

  @Test
  void a_conference_that_is_unknown_is_said_to_be() {
    assertThat(at(UUID.randomUUID()).get("/nights").code()).isEqualTo("conference-unknown");
  }
}
