package org.huiwu.registration.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.huiwu.registration.service.Persons.BOTH_LEGS;
import static org.huiwu.registration.service.Persons.OF_A_DELEGATE;
import static org.huiwu.registration.service.Persons.json;
import static org.huiwu.registration.service.Persons.path;
import static org.huiwu.registration.service.Persons.state;

import org.huiwu.platform.conversations.Published;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// Companions, and delegates who withdraw and come back with or without them.
class CompanionCommandsTest extends RealServers {
  private ClerksDesk desk;

  @BeforeEach
  void a_conference_with_two_delegations() {
    desk = at(newConference("FJ", "GD"));
  }

  @Test
  void a_companion_comes_as_the_host_does_where_nothing_else_is_said() {
    var host = desk.create("/participants", Persons.delegate("FJ", "何子敏"));

    var added = desk.create("/participants", Persons.companion(host.text("id"), "邓鑫"));

    var changeset = published.change(added);
    assertThat(Published.origin(changeset).action()).isEqualTo("add-companion");
    assertThat(changeset.states())
        .extracting(AggregateState::event)
        .containsExactly("companion-added", "itinerary-recorded");
    var state = changeset.states().getFirst().state().tree();
    assertThat(state.path("companionOf").asString()).isEqualTo(host.text("id"));
    assertThat(state.path("rank").asInt()).isEqualTo(4);
    assertThat(state.path("delegation").asString()).isEqualTo("FJ");
    assertThat(state.path("requestedRoute").asString()).isEmpty();
    assertThat(state.path("routeAsHost").asBoolean()).isTrue();
    assertThat(changeset.states().getLast().state().tree()).isEqualTo(json(BOTH_LEGS));
  }

  @Test
  void a_companion_has_the_legs_and_the_route_that_are_given() {
    var host = desk.create("/participants", Persons.delegate("FJ", "何子敏")).text("id");
    var body =
        Persons.companion(host, "邓鑫")
            .replace("}", ", \"route\": \"\", \"arrival\": {\"place\": \"self\"}}");

    var states = published.change(desk.create("/participants", body)).states();

    assertThat(states.getFirst().state().tree().path("routeAsHost").asBoolean()).isFalse();
    var itinerary = states.getLast().state().tree();
    assertThat(itinerary.path("arrival"))
        .isEqualTo(json("{\"time\": null, \"place\": \"self\", \"number\": \"\"}"));
    assertThat(itinerary.path("departure")).isEqualTo(json(BOTH_LEGS).path("departure"));
  }

  @Test
  void a_companion_s_host_is_a_delegate_who_comes() {
    var host = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    var companion = desk.create("/participants", Persons.companion(host.text("id"), "邓鑫"));
    assertRefused("host-is-companion", Persons.companion(companion.text("id"), "邓二"));
    desk.withdraw(host, 1);
    assertRefused("host-withdrawn", Persons.companion(host.text("id"), "邓二"));
  }

  @Test
  void withdrawing_a_delegate_withdraws_the_companions_in_one_change() {
    var host = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    var companion = desk.create("/participants", Persons.companion(host.text("id"), "邓鑫"));

    var withdrawn =
        desk.send(HttpMethod.POST, path(host) + "/withdrawal", 1L, "{\"reason\": \"另有公务\"}");

    assertThat(withdrawn.body().path("attending").asBoolean()).isFalse();
    assertThat(withdrawn.etag()).isEqualTo("\"2\"");
    var changeset = published.change(withdrawn);
    assertThat(Published.origin(changeset).reason()).isEqualTo("另有公务");
    assertThat(changeset.states())
        .extracting(AggregateState::id, AggregateState::event, AggregateState::version)
        .containsExactly(
            tuple(host.text("id"), "participant-withdrawn", 2L),
            tuple(companion.text("id"), "participant-withdrawn", 2L));
    assertThat(desk.withdraw(host, 2).change()).isEmpty();
  }

  @Test
  void who_is_reinstated_comes_alone_and_a_companion_only_with_the_host() {
    var host = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    var companion = desk.create("/participants", Persons.companion(host.text("id"), "邓鑫"));
    desk.withdraw(host, 1);

    assertThat(desk.reinstate(companion, 2).code()).isEqualTo("host-withdrawn");
    var back = desk.reinstate(host, 2);
    assertThat(published.change(back).states())
        .containsExactly(
            new AggregateState(
                "registration.participant",
                host.text("id"),
                3,
                "participant-reinstated",
                state(OF_A_DELEGATE)));
    assertThat(desk.reinstate(companion, 2).body().path("attending").asBoolean()).isTrue();
    assertThat(desk.reinstate(host, 3).change()).isEmpty();
  }

  private void assertRefused(String code, String body) {
    var answer = desk.create("/participants", body);
    assertThat(answer.status()).as(code).isEqualTo(422);
    assertThat(answer.code()).isEqualTo(code);
  }
}
