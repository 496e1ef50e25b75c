package org.huiwu.registration.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.registration.service.Persons.BOTH_LEGS;
import static org.huiwu.registration.service.Persons.OF_A_DELEGATE;
import static org.huiwu.registration.service.Persons.json;
import static org.huiwu.registration.service.Persons.path;
import static org.huiwu.registration.service.Persons.state;

import java.util.List;
import java.util.UUID;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.conversations.Published;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// What the desk does to one person.
class ParticipantCommandsTest extends RealServers {

  private UUID conference;
  private ClerksDesk desk;

  @BeforeEach
  void a_conference_with_two_delegations() {
    conference = newConference("FJ", "GD");
    desk = at(conference);
  }

  @Test
  void a_delegate_is_registered_with_an_itinerary_in_one_changeset() {
    var registered = desk.create("/participants", Persons.delegate("FJ", "何子敏"));

    assertThat(registered.status()).isEqualTo(201);
    assertThat(registered.etag()).isEqualTo("\"1\"");
    var changeset = published.change(registered);
    assertThat(Published.origin(changeset).action()).isEqualTo("register");
    assertThat(Published.origin(changeset).actor()).isEqualTo("clerk");
    assertThat(Published.origin(changeset).role()).isEqualTo("registration");
    assertThat(changeset.states())
        .containsExactly(
            new AggregateState(
                "registration.participant",
                registered.text("id"),
                1,
                "participant-registered",
                state(OF_A_DELEGATE)),
            new AggregateState(
                "registration.itinerary",
                registered.text("id"),
                1,
                "itinerary-recorded",
                state(BOTH_LEGS)));
    var read = desk.get(path(registered));
    assertThat(read.body()).isEqualTo(registered.body());
    assertThat(read.etag()).isEqualTo("\"1\"");
    assertThat(desk.get(path(registered) + "/itinerary").etag()).isEqualTo("\"1\"");
  }

  @Test
  void what_is_not_known_of_somebody_stays_unknown() {
    var registered =
        desk.create(
            "/participants",
            "{\"delegation\": \"FJ\", \"name\": \" 林一 \", \"gender\": \"F\", \"rank\": 2}");

    var states = published.change(registered).states();
    assertThat(states.getFirst().state().tree())
        .isEqualTo(
            json(
                """
                {"delegation": "FJ", "name": "林一", "gender": "F", "rank": 2, "title": "", "phone": "",
                 "companionOf": null, "attending": true, "declaredDiet": "normal",
                 "requestedRoute": "", "routeAsHost": false, "substituteFor": null, "email": ""}\
                """));
    assertThat(states.getLast().state().tree())
        .isEqualTo(
            json(
                """
                {"arrival": {"time": null, "place": "", "number": ""},
                 "departure": {"time": null, "place": "", "number": ""}}\
                """));
  }

  @Test
  void the_same_key_registers_once_and_only_the_same_person() {
    var key = UUID.randomUUID().toString();
    var first = desk.create("/participants", key, Persons.delegate("FJ", "何子敏"));
    var again = desk.create("/participants", key, Persons.delegate("FJ", "何子敏"));

    assertThat(again).isEqualTo(first);
    var other = desk.create("/participants", key, Persons.delegate("FJ", "林一"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("idempotency-key-reused");
    assertThat(desk.get("/participants").body()).hasSize(1);
    assertThat(desk.createWithoutKey("/participants", Persons.delegate("FJ", "林二")).code())
        .isEqualTo("idempotency-key-required");
  }

  @Test
  void what_breaks_a_rule_is_refused_and_leaves_no_trace() {
    var delegate = Persons.delegate("FJ", "何子敏");
    assertRefused("delegation-unknown", delegate.replace("FJ", "ZZ"));
    assertRefused("route-unknown", delegate.replace("\"R1\"", "\"R9\""));
    assertRefused("place-unknown", delegate.replace("NND", "KWL"));
    assertRefused("field-required", delegate.replace("\"rank\": 3, ", ""));
    assertRefused("host-unknown", Persons.companion("nobody", "邓鑫"));
    for (var wrong :
        new String[] {
          delegate.replace("何子敏", "=HYPERLINK(1)"),
          delegate.replace("何子敏", " "),
          delegate.replace("\"rank\": 3", "\"rank\": 5"),
          delegate.replace("halal", "kosher")
        }) {
      assertThat(desk.create("/participants", wrong).code()).isEqualTo("invalid-body");
    }
    assertThat(desk.create("/participants", delegate.replace("title", "tittle")).code())
        .isEqualTo("unreadable-body");
    assertThat(desk.get("/participants").body()).isEmpty();
  }

  @Test
  void a_cancelled_route_cannot_be_asked_for() {
    published.reactionTo(excursion.says(conference, ExcursionVoice.route("R1", "百色", 2, true)));
    assertRefused("route-unknown", Persons.delegate("FJ", "何子敏"));
  }

  @Test
  void a_name_is_once_in_a_delegation_whatever_the_spaces() {
    desk.create("/participants", Persons.delegate("FJ", "何子敏"));

    var taken = desk.create("/participants", Persons.delegate("FJ", "何　子敏"));
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.code()).isEqualTo("name-taken");
    assertThat(desk.create("/participants", Persons.delegate("GD", "何子敏")).status()).isEqualTo(201);
  }

  @Test
  void a_withdrawn_person_does_not_block_the_name() {
    var first = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    desk.withdraw(first, 1);
    assertThat(desk.create("/participants", Persons.delegate("FJ", "何子敏")).status()).isEqualTo(201);

    var back = desk.send(HttpMethod.POST, path(first) + "/reinstatement", 2L, "{}");
    assertThat(back.code()).isEqualTo("name-taken");
  }

  @Test
  void people_are_listed_by_delegation_then_in_the_order_of_registration() {
    for (var who : new String[] {"GD/陈四", "FJ/林二", "GD/陈一", "FJ/林一"}) {
      var parts = who.split("/");
      desk.create("/participants", Persons.delegate(parts[0], parts[1]));
    }

    assertThat(names(desk.get("/participants"))).containsExactly("林二", "林一", "陈四", "陈一");
    assertThat(names(desk.get("/participants?delegation=GD"))).containsExactly("陈四", "陈一");
    assertThat(names(desk.get("/participants?delegation=GD&name={n}", "陈　一")))
        .containsExactly("陈一");
    assertThat(desk.get("/participants").body().path(0).path("version").asLong()).isEqualTo(1);
  }

  @Test
  void a_correction_changes_what_is_given_and_is_published() {
    var registered = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    desk.create("/participants", Persons.delegate("FJ", "林一"));

    var corrected =
        desk.patch(path(registered), 1L, "{\"name\": \"何志敏\", \"rank\": 2, \"title\": \"\"}");

    assertThat(published.change(corrected).states())
        .containsExactly(
            new AggregateState(
                "registration.participant",
                registered.text("id"),
                2,
                "participant-corrected",
                state(
                    OF_A_DELEGATE
                        .replace("何子敏", "何志敏")
                        .replace("\"rank\": 3", "\"rank\": 2")
                        .replace("处长", ""))));
    assertThat(desk.patch(path(registered), 2L, "{\"rank\": 2}").change()).isEmpty();
    assertThat(desk.patch(path(registered), 2L, "{\"name\": \"林 一\"}").code())
        .isEqualTo("name-taken");
    assertThat(desk.patch(path(registered), 2L, "{\"name\": \"何 志敏\"}").status()).isEqualTo(200);
  }

  @Test
  void an_email_address_is_told_of_those_who_have_one() {
    var registered = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    var corrected = desk.patch(path(registered), 1L, "{\"email\": \" he@example.org \"}");

    assertThat(corrected.text("email")).isEqualTo("he@example.org");
    assertThat(published.change(corrected).states().getFirst().state())
        .isEqualTo(
            state(OF_A_DELEGATE.replace("\"email\": \"\"", "\"email\": \"he@example.org\"")));
    assertThat(desk.get(path(registered)).text("email")).isEqualTo("he@example.org");
    assertThat(desk.patch(path(registered), 2L, "{\"rank\": 2}").text("email"))
        .as("what is left out stays")
        .isEqualTo("he@example.org");
    for (var wrong :
        List.of("he", "he@example.org, a@example.org", "何 <he@example.org>", "=1@x.cn")) {
      assertThat(desk.patch(path(registered), 3L, "{\"email\": \"" + wrong + "\"}").code())
          .as(wrong)
          .isEqualTo("invalid-body");
    }
    assertThat(desk.patch(path(registered), 3L, "{\"email\": \"\"}").text("email")).isEmpty();
    var other =
        Persons.delegate("FJ", "林一")
            .replace("\"diet\"", "\"email\": \"lin@example.org\", \"diet\"");
    assertThat(desk.create("/participants", other).text("email")).isEqualTo("lin@example.org");
  }

  @Test
  void plans_are_changed_only_by_who_has_read_them() {
    var registered = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    for (var command : new String[] {"/withdrawal", "/reinstatement"}) {
      var blind = desk.send(HttpMethod.POST, path(registered) + command, null, "{}");
      assertThat(blind.status()).as(command).isEqualTo(428);
    }
    desk.patch(path(registered), 1L, "{\"rank\": 2}");

    var stale = desk.patch(path(registered), 1L, "{\"rank\": 1}");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.code()).isEqualTo("version-stale");
    assertThat(stale.body().path("current")).isEqualTo(desk.get(path(registered)).body());
    assertThat(desk.patch("/participants/nobody", 1L, "{\"rank\": 1}").code())
        .isEqualTo("participant-unknown");
  }

  private void assertRefused(String code, String body) {
    var answer = desk.create("/participants", body);
    assertThat(answer.status()).as(code).isEqualTo(422);
    assertThat(answer.code()).isEqualTo(code);
  }

  private static List<String> names(Desk.Answer answer) {
    return answer.body().valueStream().map(p -> p.path("name").asString()).toList();
  }
}
