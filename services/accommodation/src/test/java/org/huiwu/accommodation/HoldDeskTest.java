package org.huiwu.accommodation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.huiwu.accommodation.States.Person;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// Holds over HTTP.
class HoldDeskTest extends DeskScene {
  private static final Person A = Person.of("a", "GD", "M");

  @Test
  void a_hold_is_a_line_and_takes_whole_empty_rooms() {
    hear(A.registered(), A.itinerary());
    var answer = desk.create("/holds", hold("警卫局", "H1", 2, "2026-06-08", "2026-06-10"));
    assertThat(answer.status()).isEqualTo(201);
    var id = answer.body().path("id").asString();
    var change = published().change(answer);
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
}
