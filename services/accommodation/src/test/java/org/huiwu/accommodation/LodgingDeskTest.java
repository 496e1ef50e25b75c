package org.huiwu.accommodation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huiwu.accommodation.States.Person;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// Lodgings and rehousing over HTTP.
class LodgingDeskTest extends DeskScene {
  private static final Person A = Person.of("a", "GD", "M");
  private static final Person B = Person.of("b", "GD", "M");

  @Test
  void who_has_no_lodging_is_an_exception_until_it_is_assigned() {
    var stranger = Person.of("x", "XJ", "F");
    hear(States.delegation("XJ"), stranger.registered(), stranger.itinerary());
    var exceptions = desk.get("/exceptions").body();
    assertThat(exceptions).hasSize(1);
    assertThat(exceptions.get(0).path("kind").asString()).isEqualTo("lodging-unknown");
    assertThat(exceptions.get(0).path("person").asString()).isEqualTo("x");

    var change = created("/lodgings", "[" + lodging("XJ", "H1") + "]");
    assertThat(change.states().getFirst().state().toString())
        .isEqualTo("{\"delegation\":\"XJ\",\"stays\":[{\"hotel\":\"H1\",\"from\":null}]}");
    assertThat(change.states())
        .extracting(AggregateState::event)
        .containsExactly("lodging-assigned");
    assertThat(line("H1", "x")).containsEntry("room", "1");
    assertThat(kinds()).isEmpty();
  }

  @Test
  void lodgings_are_assigned_all_or_none() {
    hear(States.delegation("XJ"));
    assertThat(
            desk.create("/lodgings", "[" + lodging("XJ", "H1") + "," + lodging("GD", "H1") + "]")
                .code())
        .isEqualTo("lodging-exists");
    assertThat(desk.create("/lodgings", "[" + lodging("XJ", "H9") + "]").code())
        .isEqualTo("hotel-unknown");
    assertThat(desk.create("/lodgings", "[" + lodging("YY", "H1") + "]").code())
        .isEqualTo("delegation-unknown");
    assertThat(desk.get("/lodgings/XJ").code()).isEqualTo("lodging-unknown");
    assertThat(desk.get("/lodgings").body()).hasSize(1);
  }

  @Test
  void rehousing_revises_both_lists() {
    hear(A.registered(), A.itinerary());
    var change = rehouse("GD", 1, "H2", "2026-06-09");
    assertThat(change.states().getFirst().state().toString())
        .isEqualTo(
            "{\"delegation\":\"GD\",\"stays\":[{\"hotel\":\"H1\",\"from\":null},{\"hotel\":\"H2\",\"from\":\"2026-06-09\"}]}");
    assertThat(change.manifests())
        .extracting("manifest")
        .containsExactlyInAnyOrder("rooming:H1", "rooming:H2");
    assertThat(line("H1", "a"))
        .containsEntry("from", "2026-06-08")
        .containsEntry("to", "2026-06-09")
        .containsEntry("room", "1");
    assertThat(line("H2", "a"))
        .containsEntry("from", "2026-06-09")
        .containsEntry("to", "2026-06-11")
        .containsEntry("room", "7");
    assertThat(desk.get("/stays").body().findValuesAsString("hotel")).containsExactly("H1", "H2");
    assertThat(desk.get("/stays?hotel=H2").body().findValuesAsString("room")).containsExactly("7");
  }

  @Test
  void back_in_the_same_hotel_is_one_line() {
    hear(A.registered(), A.itinerary());
    rehouse("GD", 1, "H2", "2026-06-09");
    rehouse("GD", 2, "H1", "2026-06-10");
    assertThat(line("H1", "a"))
        .containsEntry("from", "2026-06-08")
        .containsEntry("to", "2026-06-11");
    assertThat(line("H2", "a"))
        .containsEntry("from", "2026-06-09")
        .containsEntry("to", "2026-06-10");
  }

  @Test
  void a_stay_with_a_break_says_which_nights_it_has() {
    hear(A.registered(), A.itinerary());
    rehouse("GD", 1, "H2", "2026-06-09");
    rehouse("GD", 2, "H1", "2026-06-10");
    var stay = desk.get("/stays?hotel=H1").body().path(0);
    assertThat(stay.path("from").asString()).isEqualTo("2026-06-08");
    assertThat(stay.path("to").asString()).isEqualTo("2026-06-11");
    assertThat(stay.path("nights").toString())
        .isEqualTo(
            "[{\"from\":\"2026-06-08\",\"to\":\"2026-06-09\"},{\"from\":\"2026-06-10\",\"to\":\"2026-06-11\"}]");
  }

  @Test
  void rehousing_needs_the_version_that_was_read_and_a_hotel_that_is_there() {
    var body = "{\"hotel\": \"H2\", \"from\": \"2026-06-09\"}";
    assertThat(desk.send(HttpMethod.POST, "/lodgings/GD/rehousings", null, body).status())
        .isEqualTo(428);
    assertThat(desk.send(HttpMethod.POST, "/lodgings/GD/rehousings", 7L, body).status())
        .isEqualTo(412);
    assertThat(desk.send(HttpMethod.POST, "/lodgings/YY/rehousings", 1L, body).code())
        .isEqualTo("lodging-unknown");
    assertThat(
            desk.send(HttpMethod.POST, "/lodgings/GD/rehousings", 1L, body.replace("H2", "H9"))
                .code())
        .isEqualTo("hotel-unknown");
    assertThat(
            desk.send(HttpMethod.POST, "/lodgings/GD/rehousings", 1L, "{\"hotel\": \"H2\"}")
                .status())
        .isEqualTo(400);
    var none = desk.send(HttpMethod.POST, "/lodgings/GD/rehousings", 1L, body.replace("H2", "H1"));
    assertThat(none.status()).isEqualTo(200);
    assertThat(none.change()).isEmpty();
    assertThat(none.etag()).isEqualTo("\"1\"");
  }

  @Test
  void a_companion_apart_from_its_host_is_an_exception() {
    hear(A.registered(), A.itinerary(), B.registered(), B.itinerary());
    var other = Person.of("o", "SX", "F");
    hear(States.delegation("SX"), other.registered(), other.itinerary());
    created("/lodgings", "[" + lodging("SX", "H1") + "]");
    var companion = A.companion("c", "F");
    hear(companion.at(1, "companion-added"), companion.itinerary());
    assertThat(line("H1", "c")).containsEntry("room", "2");
    var exception = desk.get("/exceptions").body().get(0);
    assertThat(exception.path("kind").asString()).isEqualTo("companion-apart");
    assertThat(exception.path("person").asString()).isEqualTo("c");
    assertThat(exception.path("host").asString()).isEqualTo("a");
    assertThat(List.of(exception.path("from").asString(), exception.path("to").asString()))
        .containsExactly("2026-06-08", "2026-06-11");
  }
}
