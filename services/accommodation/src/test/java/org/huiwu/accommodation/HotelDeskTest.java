package org.huiwu.accommodation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.huiwu.accommodation.States.Person;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// Hotels and rooms over HTTP.
class HotelDeskTest extends DeskScene {
  private static final Person A = Person.of("a", "GD", "M");

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
    assertThat(at(UUID.randomUUID()).create("/hotels", "[" + hotel("H8") + "]").code())
        .isEqualTo("conference-unknown");
    assertThat(at(UUID.randomUUID()).get("/hotels").code()).isEqualTo("conference-unknown");
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
    assertThat(desk.send(HttpMethod.PATCH, "/hotels/H1", 2L, "{\"name\": \" \"}").status())
        .isEqualTo(400);
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
}
