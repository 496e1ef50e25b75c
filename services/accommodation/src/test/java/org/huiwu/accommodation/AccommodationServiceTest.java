package org.huiwu.accommodation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.accommodation.States.Person;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// The desk over HTTP, registration over Kafka, and the rooming lists that come of it.
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

  // what registration says

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

  // hotels and rooms

  @Test
  void hotels_are_contracted_all_or_none() {
    assertThat(desk.create("/hotels", "[" + hotel("H8") + "," + hotel("H1") + "]").code())
        .isEqualTo("hotel-exists");
    assertThat(desk.create("/hotels", "[" + hotel("H8") + "," + hotel("H8") + "]").code())
        .isEqualTo("hotel-exists");
    assertThat(desk.get("/hotels/H8").code()).isEqualTo("hotel-unknown");
    assertThat(desk.create("/hotels", "[" + hotel("H 8") + "]").status()).isEqualTo(400);
    assertThat(desk.create("/hotels", "[null]").status()).isEqualTo(400);
    assertThat(desk.create("/hotels", "[]").status()).isEqualTo(400);
    assertThat(desk.createWithoutKey("/hotels", "[" + hotel("H8") + "]").code())
        .isEqualTo("idempotency-key-required");
    assertThat(new Desk(port, UUID.randomUUID()).create("/hotels", "[" + hotel("H8") + "]").code())
        .isEqualTo("conference-unknown");
    assertThat(new Desk(port, UUID.randomUUID()).get("/hotels").code())
        .isEqualTo("conference-unknown");
  }

  @Test
  void a_hotel_says_how_many_rooms_it_has() {
    var change = created("/rooms", "[" + room("H2", "11", 2) + "," + room("H2", "12", 3) + "]");
    assertThat(change.states())
        .extracting(AggregateState::event)
        .containsExactly("rooms-contracted");
    assertThat(change.states().getFirst().state().toString())
        .isEqualTo(
            "{\"code\":\"H2\",\"name\":\"宾馆H2\",\"contact\":\"HOTEL-H2\",\"rooms\":3,\"cancelled\":false}");
    assertThat(change.manifests()).isEmpty();
    assertThat(desk.get("/rooms?hotel=H2").body().findValuesAsString("room"))
        .containsExactly("7", "11", "12");
    assertThat(desk.get("/rooms").body()).hasSize(5);
  }

  @Test
  void rooms_are_contracted_all_or_none() {
    var taken = desk.create("/rooms", "[" + room("H1", "9", 2) + "," + room("H1", "1", 2) + "]");
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.code()).isEqualTo("room-exists");
    assertThat(
            desk.create("/rooms", "[" + room("H1", "9", 2) + "," + room("H1", "9", 2) + "]").code())
        .isEqualTo("room-exists");
    assertThat(desk.create("/rooms", "[" + room("H9", "1", 2) + "]").code())
        .isEqualTo("hotel-unknown");
    assertThat(desk.create("/rooms", "[" + room("H1", "9", 0) + "]").status()).isEqualTo(400);
    assertThat(desk.get("/rooms?hotel=H1").body()).hasSize(2);
  }

  @Test
  void new_rooms_go_to_those_who_wait() {
    fill("H1");
    hear(A.registered(), A.itinerary());
    assertThat(kinds()).containsExactly("unplaced");
    created("/rooms", "[" + room("H1", "9", 2) + "]");
    assertThat(line("H1", "a")).containsEntry("room", "9");
    assertThat(kinds()).isEmpty();
  }

  @Test
  void a_hotel_is_described_anew_without_a_new_list() {
    var stale = desk.send(HttpMethod.PATCH, "/hotels/H1", 1L, "{\"name\": \"荔园\"}");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.body().path("current").path("rooms").asInt()).isEqualTo(2);
    assertThat(desk.send(HttpMethod.PATCH, "/hotels/H1", null, "{}").status()).isEqualTo(428);
    var change = changed(desk.send(HttpMethod.PATCH, "/hotels/H1", 2L, "{\"name\": \"荔园\"}"));
    assertThat(change.states()).extracting(AggregateState::event).containsExactly("hotel-changed");
    assertThat(change.manifests()).isEmpty();
    assertThat(desk.send(HttpMethod.PATCH, "/hotels/H1", 3L, "{\"name\": \"荔园\"}").change())
        .isEmpty();
    assertThat(desk.get("/hotels/H1").etag()).isEqualTo("\"3\"");
    assertThat(desk.get("/hotels/H1").body().path("contact").asString()).isEqualTo("HOTEL-H1");
  }

  @Test
  void a_cancelled_hotel_closes_its_list_and_its_guests_are_exceptions() {
    hear(A.registered(), A.itinerary());
    desk.create("/holds", hold("警卫局", "H1", 1, "2026-06-08", "2026-06-10"));
    var change = changed(desk.send(HttpMethod.DELETE, "/hotels/H1", 2L, ""));
    assertThat(change.manifests()).hasSize(1);
    assertThat(change.manifests().getFirst().closed()).isTrue();
    assertThat(change.manifests().getFirst().lines()).containsOnlyKeys("a", "HOLD/警卫局");
    assertThat(kinds()).containsExactly("hotel-cancelled", "hold-short");
    assertThat(desk.send(HttpMethod.DELETE, "/hotels/H1", 3L, "").change()).isEmpty();
    assertThat(desk.create("/holds", hold("医疗组", "H1", 1, "2026-06-08", "2026-06-10")).code())
        .isEqualTo("hotel-cancelled");

    rehouse("GD", 1, "H2", "2026-06-01");
    assertThat(line("H2", "a")).containsEntry("room", "7").containsEntry("from", "2026-06-08");
    assertThat(kinds()).containsExactly("hold-short");
  }

  // lodging

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

  // holds

  @Test
  void a_hold_is_a_line_and_takes_whole_empty_rooms() {
    hear(A.registered(), A.itinerary());
    var answer = desk.create("/holds", hold("警卫局", "H1", 2, "2026-06-08", "2026-06-10"));
    assertThat(answer.status()).isEqualTo(201);
    var id = answer.body().path("id").asString();
    var change = published().change(answer.change().orElseThrow());
    assertThat(change.states()).extracting(AggregateState::event).containsExactly("rooms-held");
    assertThat(change.states().getFirst().id()).isEqualTo(id);
    assertThat(change.states().getFirst().state().toString())
        .isEqualTo(
            "{\"organisation\":\"警卫局\",\"hotel\":\"H1\",\"rooms\":2,\"from\":\"2026-06-08\",\"to\":\"2026-06-10\",\"cancelled\":false}");
    assertThat(line("H1", "HOLD/警卫局"))
        .isEqualTo(Map.of("rooms", "2", "from", "2026-06-08", "to", "2026-06-10"));
    assertThat(desk.get("/holds/" + id + "/rooms").body().path("given").toString())
        .isEqualTo("[\"2\"]");
    var exception = desk.get("/exceptions").body().get(0);
    assertThat(exception.path("kind").asString()).isEqualTo("hold-short");
    assertThat(exception.path("asked").asInt()).isEqualTo(2);
    assertThat(exception.path("given").asInt()).isEqualTo(1);
    assertThat(exception.path("organisation").asString()).isEqualTo("警卫局");
  }

  @Test
  void a_hold_changes_and_ends() {
    var id =
        desk.create("/holds", hold("警卫局", "H1", 2, "2026-06-08", "2026-06-11"))
            .body()
            .path("id")
            .asString();
    var path = "/holds/" + id;
    hear(A.registered(), A.itinerary());
    assertThat(line("H1", "a")).containsEntry("room", "");

    assertThat(desk.send(HttpMethod.PATCH, path, null, "{\"rooms\": 1}").status()).isEqualTo(428);
    var change = changed(desk.send(HttpMethod.PATCH, path, 1L, "{\"rooms\": 1}"));
    assertThat(change.states()).extracting(AggregateState::event).containsExactly("hold-changed");
    assertThat(change.manifests().getFirst().lines()).containsOnlyKeys("HOLD/警卫局", "a");
    assertThat(line("H1", "HOLD/警卫局")).containsEntry("rooms", "1");
    assertThat(line("H1", "a")).containsEntry("room", "2");

    assertThat(desk.send(HttpMethod.PATCH, path, 2L, "{\"rooms\": 1}").change()).isEmpty();
    assertThat(desk.send(HttpMethod.PATCH, path, 2L, "{\"to\": \"2026-06-08\"}").code())
        .isEqualTo("hold-without-nights");
    var cancelled = changed(desk.send(HttpMethod.DELETE, path, 2L, ""));
    assertThat(cancelled.states())
        .extracting(AggregateState::event)
        .containsExactly("hold-cancelled");
    assertThat(lines("H1")).containsOnlyKeys("a");
    assertThat(desk.send(HttpMethod.DELETE, path, 3L, "").change()).isEmpty();
    assertThat(desk.send(HttpMethod.PATCH, path, 3L, "{\"rooms\": 2}").code())
        .isEqualTo("hold-cancelled");
    assertThat(desk.get("/holds").body().findValuesAsString("id")).contains(id);
    assertThat(desk.get(path).etag()).isEqualTo("\"3\"");
  }

  @Test
  void an_organisation_has_one_hold_in_a_hotel() {
    var body = hold("警卫局", "H1", 1, "2026-06-08", "2026-06-10");
    var first = desk.create("/holds", "key-1", body);
    assertThat(desk.create("/holds", "key-1", body)).isEqualTo(first);
    assertThat(desk.create("/holds", body).code()).isEqualTo("hold-exists");
    assertThat(desk.create("/holds", hold("警卫局", "H2", 1, "2026-06-08", "2026-06-10")).status())
        .isEqualTo(201);
    assertThat(desk.create("/holds", hold("医疗组", "H9", 1, "2026-06-08", "2026-06-10")).code())
        .isEqualTo("hotel-unknown");
    assertThat(desk.create("/holds", hold("医疗组", "H1", 1, "2026-06-10", "2026-06-10")).code())
        .isEqualTo("hold-without-nights");
    assertThat(desk.get("/holds/" + UUID.randomUUID()).code()).isEqualTo("hold-unknown");
  }

  // exceptions

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
