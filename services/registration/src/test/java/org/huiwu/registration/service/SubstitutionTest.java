package org.huiwu.registration.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.huiwu.registration.service.Persons.BOTH_LEGS;
import static org.huiwu.registration.service.Persons.json;
import static org.huiwu.registration.service.Persons.path;

import java.util.UUID;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One person takes another's place.
class SubstitutionTest extends RealServers {
  private ClerksDesk desk;

  @BeforeEach
  void a_conference_with_two_delegations() {
    desk = at(newConference("FJ", "GD"));
  }

  @Test
  void a_substitute_takes_somebody_s_place_in_one_change() {
    var leaves = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    var companion = desk.create("/participants", Persons.companion(leaves.text("id"), "邓鑫"));

    var comes =
        desk.create(
            path(leaves) + "/substitution",
            UUID.randomUUID().toString(),
            1L,
            "{\"name\": \"付秀雪\", \"gender\": \"F\"}");

    assertThat(comes.status()).isEqualTo(201);
    var changeset = published.change(comes);
    assertThat(changeset.states())
        .extracting(AggregateState::aggregate, AggregateState::id, AggregateState::event)
        .containsExactly(
            tuple("registration.participant", leaves.text("id"), "participant-withdrawn"),
            tuple("registration.participant", comes.text("id"), "participant-substituted"),
            tuple("registration.itinerary", comes.text("id"), "itinerary-recorded"),
            tuple("registration.participant", companion.text("id"), "participant-corrected"));
    assertThat(changeset.states().get(1).state().tree())
        .isEqualTo(
            json(
                """
                {"delegation": "FJ", "name": "付秀雪", "gender": "F", "rank": 3, "title": "", "phone": "",
                 "companionOf": null, "attending": true, "declaredDiet": "normal",
                 "requestedRoute": "R1", "routeAsHost": false, "substituteFor": "%s", "email": ""}\
                """
                    .formatted(leaves.text("id"))));
    assertThat(changeset.states().get(2).state().tree()).isEqualTo(json(BOTH_LEGS));
    assertThat(desk.get(path(companion)).text("companionOf")).isEqualTo(comes.text("id"));
  }

  @Test
  void only_who_attends_is_substituted_and_by_nobody_who_is_there_already() {
    var leaves = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    desk.create("/participants", Persons.delegate("FJ", "林一"));
    var path = path(leaves) + "/substitution";

    assertThat(desk.create(path, key(), 1L, body("林一", "")).code()).isEqualTo("name-taken");
    assertThat(desk.create(path, key(), 1L, body("付秀雪", ", \"delegation\": \"GD\"")).code())
        .isEqualTo("substitute-elsewhere");
    assertThat(desk.create(path, key(), 1L, body("付秀雪", ", \"route\": \"R9\"")).code())
        .isEqualTo("route-unknown");
    assertThat(desk.create(path, null, 1L, body("付秀雪", "")).code())
        .isEqualTo("idempotency-key-required");
    assertThat(desk.create(path, key(), null, body("付秀雪", "")).status()).isEqualTo(428);
    desk.withdraw(leaves, 1);
    assertThat(desk.create(path, key(), 2L, body("付秀雪", "")).code())
        .isEqualTo("participant-withdrawn");
  }

  @Test
  void a_namesake_may_take_the_place() {
    var leaves = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    var comes = desk.create(path(leaves) + "/substitution", key(), 1L, body("何子敏", ""));
    assertThat(comes.status()).isEqualTo(201);
    assertThat(comes.text("substituteFor")).isEqualTo(leaves.text("id"));
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static String body(String name, String more) {
    return "{\"name\": \"" + name + "\", \"gender\": \"F\"" + more + "}";
  }
}
