package org.huiwu.registration.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.UUID;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.platform.messaging.WireJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/// Everything that the desk does to people.
class ParticipantCommandsTest extends RealServers {
  private static final String OF_A_DELEGATE =
      """
      {"delegation": "FJ", "name": "何子敏", "gender": "M", "rank": 3, "title": "处长",
       "phone": "19900000252", "companionOf": null, "attending": true, "declaredDiet": "halal",
       "requestedRoute": "R1", "routeAsHost": false, "substituteFor": null}\
      """;
  private static final String BOTH_LEGS =
      """
      {"arrival": {"time": "2026-06-08T19:20", "place": "NND", "number": "G421"},
       "departure": {"time": "2026-06-11T10:35", "place": "NNG", "number": "CA2439"}}\
      """;

  private UUID conference;
  private Desk desk;

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
                json(OF_A_DELEGATE)),
            new AggregateState(
                "registration.itinerary",
                registered.text("id"),
                1,
                "itinerary-recorded",
                json(BOTH_LEGS)));
    var read = desk.get(person(registered));
    assertThat(read.body()).isEqualTo(registered.body());
    assertThat(read.etag()).isEqualTo("\"1\"");
    assertThat(desk.get(person(registered) + "/itinerary").etag()).isEqualTo("\"1\"");
  }

  @Test
  void what_is_not_known_of_somebody_stays_unknown() {
    var registered =
        desk.create(
            "/participants",
            "{\"delegation\": \"FJ\", \"name\": \" 林一 \", \"gender\": \"F\", \"rank\": 2}");

    var states = published.change(registered).states();
    assertThat(states.getFirst().state())
        .isEqualTo(
            json(
                """
                {"delegation": "FJ", "name": "林一", "gender": "F", "rank": 2, "title": "", "phone": "",
                 "companionOf": null, "attending": true, "declaredDiet": "normal",
                 "requestedRoute": "", "routeAsHost": false, "substituteFor": null}\
                """));
    assertThat(states.getLast().state())
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
    var first = desk.create("/participants", key, null, Persons.delegate("FJ", "何子敏"));
    var again = desk.create("/participants", key, null, Persons.delegate("FJ", "何子敏"));

    assertThat(again).isEqualTo(first);
    var other = desk.create("/participants", key, null, Persons.delegate("FJ", "林一"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("idempotency-key-reused");
    assertThat(desk.get("/participants").body()).hasSize(1);
    assertThat(desk.create("/participants", null, null, Persons.delegate("FJ", "林二")).code())
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
    published.awaitReceiptFor(
        excursion.says(conference, ExcursionVoice.route("R1", "百色", 2, true)));
    assertRefused("route-unknown", Persons.delegate("FJ", "何子敏"));
  }

  @Test
  void a_name_is_once_in_a_delegation_whatever_the_spaces() {
    desk.create("/participants", Persons.delegate("FJ", "何子敏"));

    var taken = desk.create("/participants", Persons.delegate("FJ", "何　子敏"));
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.code()).isEqualTo("name-taken");
    assertThat(desk.create("/participants", Persons.delegate("GD", "何子敏")).status())
        .isEqualTo(201);
  }

  @Test
  void a_withdrawn_person_does_not_block_the_name() {
    var first = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    withdraw(first, 1);
    assertThat(desk.create("/participants", Persons.delegate("FJ", "何子敏")).status())
        .isEqualTo(201);

    var back = desk.change(HttpMethod.POST, person(first) + "/reinstatement", 2L, "{}");
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
  void a_companion_comes_as_the_host_does_where_nothing_else_is_said() {
    var host = desk.create("/participants", Persons.delegate("FJ", "何子敏"));

    var added = desk.create("/participants", Persons.companion(host.text("id"), "邓鑫"));

    var changeset = published.change(added);
    assertThat(Published.origin(changeset).action()).isEqualTo("add-companion");
    assertThat(changeset.states())
        .extracting(AggregateState::event)
        .containsExactly("companion-added", "itinerary-recorded");
    var state = changeset.states().getFirst().state();
    assertThat(state.path("companionOf").asString()).isEqualTo(host.text("id"));
    assertThat(state.path("rank").asInt()).isEqualTo(4);
    assertThat(state.path("delegation").asString()).isEqualTo("FJ");
    assertThat(state.path("requestedRoute").asString()).isEmpty();
    assertThat(state.path("routeAsHost").asBoolean()).isTrue();
    assertThat(changeset.states().getLast().state()).isEqualTo(json(BOTH_LEGS));
  }

  @Test
  void a_companion_has_the_legs_and_the_route_that_are_given() {
    var host = desk.create("/participants", Persons.delegate("FJ", "何子敏")).text("id");
    var body =
        Persons.companion(host, "邓鑫")
            .replace("}", ", \"route\": \"\", \"arrival\": {\"place\": \"self\"}}");

    var states = published.change(desk.create("/participants", body)).states();

    assertThat(states.getFirst().state().path("routeAsHost").asBoolean()).isFalse();
    var itinerary = states.getLast().state();
    assertThat(itinerary.path("arrival"))
        .isEqualTo(json("{\"time\": null, \"place\": \"self\", \"number\": \"\"}"));
    assertThat(itinerary.path("departure")).isEqualTo(json(BOTH_LEGS).path("departure"));
  }

  @Test
  void a_companion_s_host_is_a_delegate_who_comes() {
    var host = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    var companion = desk.create("/participants", Persons.companion(host.text("id"), "邓鑫"));
    assertRefused("host-is-companion", Persons.companion(companion.text("id"), "邓二"));
    withdraw(host, 1);
    assertRefused("host-withdrawn", Persons.companion(host.text("id"), "邓二"));
  }

  @Test
  void withdrawing_a_delegate_withdraws_the_companions_in_one_change() {
    var host = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    var companion = desk.create("/participants", Persons.companion(host.text("id"), "邓鑫"));

    var withdrawn =
        desk.change(
            HttpMethod.POST, person(host) + "/withdrawal", 1L, "{\"reason\": \"另有公务\"}");

    assertThat(withdrawn.body().path("attending").asBoolean()).isFalse();
    assertThat(withdrawn.etag()).isEqualTo("\"2\"");
    var changeset = published.change(withdrawn);
    assertThat(Published.origin(changeset).reason()).isEqualTo("另有公务");
    assertThat(changeset.states())
        .extracting(AggregateState::id, AggregateState::event, AggregateState::version)
        .containsExactly(
            tuple(host.text("id"), "participant-withdrawn", 2L),
            tuple(companion.text("id"), "participant-withdrawn", 2L));
    assertThat(withdraw(host, 2).change()).isEmpty();
  }

  @Test
  void who_is_reinstated_comes_alone_and_a_companion_only_with_the_host() {
    var host = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    var companion = desk.create("/participants", Persons.companion(host.text("id"), "邓鑫"));
    withdraw(host, 1);

    assertThat(reinstate(companion, 2).code()).isEqualTo("host-withdrawn");
    var back = reinstate(host, 2);
    assertThat(published.change(back).states())
        .containsExactly(
            new AggregateState(
                "registration.participant",
                host.text("id"),
                3,
                "participant-reinstated",
                json(OF_A_DELEGATE)));
    assertThat(reinstate(companion, 2).body().path("attending").asBoolean()).isTrue();
    assertThat(reinstate(host, 3).change()).isEmpty();
  }

  @Test
  void a_correction_changes_what_is_given_and_is_published() {
    var registered = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    desk.create("/participants", Persons.delegate("FJ", "林一"));

    var corrected =
        desk.patch(person(registered), 1L, "{\"name\": \"何志敏\", \"rank\": 2, \"title\": \"\"}");

    assertThat(published.change(corrected).states())
        .containsExactly(
            new AggregateState(
                "registration.participant",
                registered.text("id"),
                2,
                "participant-corrected",
                json(
                    OF_A_DELEGATE
                        .replace("何子敏", "何志敏")
                        .replace("\"rank\": 3", "\"rank\": 2")
                        .replace("处长", ""))));
    assertThat(desk.patch(person(registered), 2L, "{\"rank\": 2}").change()).isEmpty();
    assertThat(desk.patch(person(registered), 2L, "{\"name\": \"林 一\"}").code())
        .isEqualTo("name-taken");
    assertThat(desk.patch(person(registered), 2L, "{\"name\": \"何 志敏\"}").status())
        .isEqualTo(200);
  }

  @Test
  void plans_are_changed_only_by_who_has_read_them() {
    var registered = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    for (var command : new String[] {"/withdrawal", "/reinstatement"}) {
      var blind = desk.change(HttpMethod.POST, person(registered) + command, null, "{}");
      assertThat(blind.status()).as(command).isEqualTo(428);
    }
    desk.patch(person(registered), 1L, "{\"rank\": 2}");

    var stale = desk.patch(person(registered), 1L, "{\"rank\": 1}");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.code()).isEqualTo("version-stale");
    assertThat(stale.body().path("current")).isEqualTo(desk.get(person(registered)).body());
    assertThat(desk.patch("/participants/nobody", 1L, "{\"rank\": 1}").code())
        .isEqualTo("participant-unknown");
  }

  @Test
  void a_substitute_takes_somebody_s_place_in_one_change() {
    var leaves = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    var companion = desk.create("/participants", Persons.companion(leaves.text("id"), "邓鑫"));

    var comes =
        desk.create(
            person(leaves) + "/substitution",
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
    assertThat(changeset.states().get(1).state())
        .isEqualTo(
            json(
                """
                {"delegation": "FJ", "name": "付秀雪", "gender": "F", "rank": 3, "title": "", "phone": "",
                 "companionOf": null, "attending": true, "declaredDiet": "normal",
                 "requestedRoute": "R1", "routeAsHost": false, "substituteFor": "%s"}\
                """
                    .formatted(leaves.text("id"))));
    assertThat(changeset.states().get(2).state()).isEqualTo(json(BOTH_LEGS));
    assertThat(desk.get(person(companion)).text("companionOf")).isEqualTo(comes.text("id"));
  }

  @Test
  void only_who_attends_is_substituted_and_by_nobody_who_is_there_already() {
    var leaves = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    desk.create("/participants", Persons.delegate("FJ", "林一"));
    var path = person(leaves) + "/substitution";

    assertThat(desk.create(path, key(), 1L, body("林一", "")).code()).isEqualTo("name-taken");
    assertThat(desk.create(path, key(), 1L, body("付秀雪", ", \"delegation\": \"GD\"")).code())
        .isEqualTo("substitute-elsewhere");
    assertThat(desk.create(path, key(), 1L, body("付秀雪", ", \"route\": \"R9\"")).code())
        .isEqualTo("route-unknown");
    assertThat(desk.create(path, null, 1L, body("付秀雪", "")).code())
        .isEqualTo("idempotency-key-required");
    assertThat(desk.create(path, key(), null, body("付秀雪", "")).status()).isEqualTo(428);
    withdraw(leaves, 1);
    assertThat(desk.create(path, key(), 2L, body("付秀雪", "")).code())
        .isEqualTo("participant-withdrawn");
  }

  @Test
  void a_namesake_may_take_the_place() {
    var leaves = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    var comes = desk.create(person(leaves) + "/substitution", key(), 1L, body("何子敏", ""));
    assertThat(comes.status()).isEqualTo(201);
    assertThat(comes.text("substituteFor")).isEqualTo(leaves.text("id"));
  }

  @Test
  void an_itinerary_changes_where_something_is_given() {
    var registered = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    var path = person(registered) + "/itinerary";

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
                json(BOTH_LEGS.replace("2026-06-08T19:20", "2026-06-08T23:00").replace("G421", "G999"))));
    var unknown = desk.patch(path, 2L, "{\"departure\": {\"time\": null}}");
    assertThat(unknown.body().path("departure"))
        .isEqualTo(json("{\"time\": null, \"place\": \"NNG\", \"number\": \"CA2439\"}"));
    assertThat(desk.patch(path, 3L, "{\"arrival\": {\"place\": \"NND\"}}").change()).isEmpty();
    assertThat(desk.get(person(registered)).etag()).isEqualTo("\"1\"");
  }

  @Test
  void an_itinerary_is_changed_only_by_who_has_read_it_and_to_known_places() {
    var registered = desk.create("/participants", Persons.delegate("FJ", "何子敏"));
    var path = person(registered) + "/itinerary";
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
        person(registered) + "/itinerary", 1L, "{\"arrival\": {\"time\": \"2026-06-11T19:20\"}}");

    var exceptions = desk.get("/exceptions").body();
    assertThat(exceptions).hasSize(1);
    assertThat(exceptions.path(0).path("kind").asString()).isEqualTo("departs-before-arrival");
    assertThat(exceptions.path(0).path("person").asString()).isEqualTo(registered.text("id"));
    withdraw(registered, 1);
    assertThat(desk.get("/exceptions").body()).isEmpty();
  }

  private void assertRefused(String code, String body) {
    var answer = desk.create("/participants", body);
    assertThat(answer.status()).as(code).isEqualTo(422);
    assertThat(answer.code()).isEqualTo(code);
  }

  private Desk.Answer withdraw(Desk.Answer person, long version) {
    return desk.change(HttpMethod.POST, person(person) + "/withdrawal", version, "{}");
  }

  private Desk.Answer reinstate(Desk.Answer person, long version) {
    return desk.change(HttpMethod.POST, person(person) + "/reinstatement", version, "{}");
  }

  private static String person(Desk.Answer person) {
    return "/participants/" + person.text("id");
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static String body(String name, String more) {
    return "{\"name\": \"" + name + "\", \"gender\": \"F\"" + more + "}";
  }

  private static java.util.List<String> names(Desk.Answer answer) {
    return answer.body().valueStream().map(p -> p.path("name").asString()).toList();
  }

  private static JsonNode json(String text) {
    return WireJson.mapper().readTree(text);
  }
}
