package org.huiwu.catering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// Diets from door to door: seeded by Kafka, changed by HTTP, published by Kafka.
class DietServiceTest extends Scene {
  @Test
  void a_diet_is_seeded_once_from_what_registration_was_told() {
    var first = hear("registration", States.delegate("a", "halal"));
    assertThat(first.states()).extracting(AggregateState::event).containsExactly("diet-seeded");
    assertThat(first.states().getFirst().aggregate()).isEqualTo("catering.diet");
    assertThat(first.states().getFirst().state().toString()).isEqualTo("{\"diet\":\"halal\"}");
    assertThat(first.subscribers()).containsExactly("excursion");

    var corrected =
        hear(
            "registration",
            States.participant("a", 2, "participant-corrected", "", 3, true, "vegetarian"));
    assertThat(corrected.states()).isEmpty();
    assertThat(desk.get("/diets/a").body().path("diet").asString()).isEqualTo("halal");
  }

  @Test
  void a_diet_changed_at_the_desk_moves_the_counts() {
    plan(LUNCH);
    hear("registration", States.delegate("a", "normal"), States.delegate("b", "normal"));
    assertThat(lines("LUNCH")).isEqualTo(Map.of("normal", "2"));

    var answer = desk.send(HttpMethod.PUT, "/diets/a", 1L, "{\"diet\": \"vegetarian\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.etag()).isEqualTo("\"2\"");
    var change = changed(answer);
    assertThat(change.states()).extracting(AggregateState::event).containsExactly("diet-changed");
    assertThat(change.subscribers()).containsExactlyInAnyOrder("excursion", "registration");
    assertThat(change.manifests()).extracting("manifest").containsExactly("meal:LUNCH");
    assertThat(lines("LUNCH")).isEqualTo(Map.of("normal", "1", "vegetarian", "1"));
  }

  @Test
  void a_diet_set_to_what_it_is_changes_nothing() {
    hear("registration", States.delegate("a", "halal"));
    var answer = desk.send(HttpMethod.PUT, "/diets/a", 1L, "{\"diet\": \"halal\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.change()).isEmpty();
    assertThat(answer.etag()).isEqualTo("\"1\"");
  }

  @Test
  void a_diet_is_changed_with_the_version_that_was_read() {
    hear("registration", States.delegate("a", "halal"));
    var body = "{\"diet\": \"normal\"}";
    assertThat(desk.send(HttpMethod.PUT, "/diets/a", null, body).status()).isEqualTo(428);
    var stale = desk.send(HttpMethod.PUT, "/diets/a", 7L, body);
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.body().path("current").path("diet").asString()).isEqualTo("halal");
  }

  @Test
  void an_unknown_person_or_diet_is_refused() {
    hear("registration", States.delegate("a", "halal"));
    var body = "{\"diet\": \"kosher\"}";
    assertThat(desk.send(HttpMethod.PUT, "/diets/a", 1L, body).code()).isEqualTo("diet-unknown");
    var nobody = desk.send(HttpMethod.PUT, "/diets/nobody", 1L, body);
    assertThat(nobody.status()).isEqualTo(404);
    assertThat(nobody.code()).isEqualTo("person-unknown");
  }
}
