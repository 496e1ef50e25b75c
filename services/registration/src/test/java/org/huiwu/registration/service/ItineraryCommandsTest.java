package org.huiwu.registration.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.registration.service.Persons.BOTH_LEGS;
import static org.huiwu.registration.service.Persons.json;
import static org.huiwu.registration.service.Persons.path;
import static org.huiwu.registration.service.Persons.state;

import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How people arrive and depart, and what is wrong with it.
class ItineraryCommandsTest extends RealServers {
  private ClerksDesk desk;

  @BeforeEach
  void a_conference_with_two_delegations() {
    desk = at(newConference("FJ", "GD"));
  }

  @Test
  void an_itinerary_changes_where_something_is_given() {
    var registered = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    var path = path(registered) + "/itinerary";

    var changed =
        desk.patch(
            path, 1L, "{\"arrival\": {\"time\": \"2026-06-08T23:00\", \"number\": \"G999\"}}");

    assertThat(changed.etag()).isEqualTo("\"2\"");
    assertThat(published.change(changed).states())
        .containsExactly(
            new AggregateState(
                "registration.itinerary",
                registered.text("id"),
                2,
                "itinerary-changed",
                state(
                    BOTH_LEGS
                        .replace("2026-06-08T19:20", "2026-06-08T23:00")
                        .replace("G421", "G999"))));
    var unknown = desk.patch(path, 2L, "{\"departure\": {\"time\": null}}");
    assertThat(unknown.body().path("departure"))
        .isEqualTo(json("{\"time\": null, \"place\": \"NNG\", \"number\": \"CA2439\"}"));
    assertThat(desk.patch(path, 3L, "{\"arrival\": {\"place\": \"NND\"}}").change()).isEmpty();
    assertThat(desk.get(path(registered)).etag()).isEqualTo("\"1\"");
  }

  @Test
  void an_itinerary_is_changed_only_by_who_has_read_it_and_to_known_places() {
    var registered = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    var path = path(registered) + "/itinerary";
    assertThat(desk.patch(path, null, "{}").status()).isEqualTo(428);
    var stale = desk.patch(path, 7L, "{}");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.body().path("current").path("version").asLong()).isEqualTo(1);
    assertThat(desk.patch(path, 1L, "{\"arrival\": {\"place\": \"KWL\"}}").code())
        .isEqualTo("place-unknown");
    assertThat(desk.patch(path, 1L, "{\"arrival\": {\"number\": \"=1\"}}").code())
        .isEqualTo("invalid-body");
    assertThat(desk.get("/participants/nobody/itinerary").code()).isEqualTo("participant-unknown");
  }

  @Test
  void who_departs_before_they_arrive_is_accepted_and_shown() {
    var registered = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    assertThat(desk.get("/exceptions").body()).isEmpty();

    desk.patch(
        path(registered) + "/itinerary", 1L, "{\"arrival\": {\"time\": \"2026-06-11T19:20\"}}");

    var exceptions = desk.get("/exceptions").body();
    assertThat(exceptions).hasSize(1);
    assertThat(exceptions.path(0).path("kind").asString()).isEqualTo("departs-before-arrival");
    assertThat(exceptions.path(0).path("person").asString()).isEqualTo(registered.text("id"));
    desk.withdraw(registered, 1);
    assertThat(desk.get("/exceptions").body()).isEmpty();
  }
}
