package org.huiwu.registration.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.UUID;
import org.huiwu.platform.conversations.Published;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// Conferences and delegations.
class ConferenceTest extends RealServers {

  @Test
  void it_is_healthy_and_describes_itself() {
    assertThat(anywhere().get("/actuator/health/liveness").status()).isEqualTo(200);
    assertThat(anywhere().get("/actuator/health/readiness").status()).isEqualTo(200);
    var openapi = anywhere().get("/openapi");
    assertThat(openapi.status()).isEqualTo(200);
    assertThat(openapi.body().path("paths").propertyNames())
        .contains(
            "/conferences",
            "/conferences/{conference}/participants/{person}/itinerary",
            "/conferences/{conference}/rosters");
  }

  @Test
  void a_conference_is_created_and_published() {
    var created = anywhere().create("/conferences", CONFERENCE);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.etag()).isEqualTo("\"1\"");
    var changeset = published.change(created);
    assertThat(changeset.conference()).isEqualTo(created.id());
    assertThat(Published.origin(changeset).action()).isEqualTo("create-conference");
    assertThat(changeset.states())
        .containsExactly(
            new AggregateState(
                "registration.conference",
                created.text("id"),
                1,
                "conference-created",
                Persons.state(
                    """
                    {"code": "WW2026", "name": "污水处理经验交流会", "timezone": "Asia/Shanghai",
                     "starts": "2026-06-08T08:00", "ends": "2026-06-11T18:00",
                     "registrationDeadline": null, "rehearsal": true}\
                    """)));
    var read = at(created.id()).get("");
    assertThat(read.etag()).isEqualTo("\"1\"");
    assertThat(read.body()).isEqualTo(created.body());
    assertThat(anywhere().get("/conferences").body()).contains(created.body());
  }

  @Test
  void two_conferences_may_bear_one_code() {
    assertThat(newConference()).isNotEqualTo(newConference());
  }

  @Test
  void the_same_key_is_answered_the_same_and_makes_one_conference() {
    var key = UUID.randomUUID().toString();
    var first = anywhere().create("/conferences", key, CONFERENCE);
    var again = anywhere().create("/conferences", key, CONFERENCE);
    assertThat(again).isEqualTo(first);

    var other = anywhere().create("/conferences", key, CONFERENCE.replace("WW2026", "WW27"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("idempotency-key-reused");
  }

  @Test
  void a_conference_without_a_key_is_not_created() {
    var answer = anywhere().createWithoutKey("/conferences", CONFERENCE);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("idempotency-key-required");
  }

  @Test
  void a_conference_that_cannot_be_is_refused() {
    var backwards = CONFERENCE.replace("2026-06-11", "2026-06-08").replace("18:00", "07:00");
    assertThat(anywhere().create("/conferences", backwards).code())
        .isEqualTo("conference-ends-first");
    var nowhere = CONFERENCE.replace("Asia/Shanghai", "Asia/Nanning");
    var answer = anywhere().create("/conferences", nowhere);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("timezone-unknown");
    assertThat(anywhere().create("/conferences", "{\"code\": \"X\"}").code())
        .isEqualTo("invalid-body");
  }

  @Test
  void a_conference_is_corrected_where_something_is_given() {
    var conference = newConference();

    var corrected =
        at(conference)
            .patch(
                "",
                1L,
                "{\"ends\": \"2026-06-12T12:00\", \"registrationDeadline\": \"2026-06-04T18:00\"}");

    assertThat(corrected.status()).isEqualTo(200);
    assertThat(corrected.text("ends")).isEqualTo("2026-06-12T12:00");
    assertThat(corrected.text("starts")).isEqualTo("2026-06-08T08:00");
    assertThat(published.change(corrected).states().getFirst().event())
        .isEqualTo("conference-corrected");
    var stays = at(conference).patch("", 2L, "{\"name\": \"交流会\"}");
    assertThat(stays.text("registrationDeadline")).isEqualTo("2026-06-04T18:00");
    var none = at(conference).patch("", 3L, "{\"registrationDeadline\": null}");
    assertThat(none.body().path("registrationDeadline").isNull()).isTrue();
    var same = at(conference).patch("", 4L, "{\"name\": \"交流会\"}");
    assertThat(same.change()).isEmpty();
    assertThat(same.etag()).isEqualTo("\"4\"");
  }

  @Test
  void whether_a_conference_is_a_rehearsal_is_said_for_good() {
    var conference = newConference();
    assertThat(at(conference).patch("", 1L, "{\"rehearsal\": true}").status()).isEqualTo(200);
    var refused = at(conference).patch("", 1L, "{\"rehearsal\": false, \"name\": \"交流会\"}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("rehearsal-stays");
    assertThat(at(conference).get("").body().path("rehearsal").asBoolean()).isTrue();
    var real =
        anywhere()
            .create(
                "/conferences", CONFERENCE.replace("\"rehearsal\": true", "\"rehearsal\": false"));
    assertThat(real.status()).isEqualTo(201);
    assertThat(at(real.id()).patch("", 1L, "{\"rehearsal\": true}").code())
        .isEqualTo("rehearsal-apart");
  }

  @Test
  void what_is_not_there_is_missing() {
    var nowhere = at(UUID.randomUUID());
    assertThat(nowhere.get("").code()).isEqualTo("conference-unknown");
    for (var list : new String[] {"/delegations", "/participants", "/rosters", "/exceptions"}) {
      assertThat(nowhere.get(list).status()).as(list).isEqualTo(404);
    }
    assertThat(nowhere.create("/delegations", "[{\"code\": \"FJ\", \"name\": \"福建省\"}]").code())
        .isEqualTo("conference-unknown");
    assertThat(at(newConference()).get("/delegations/FJ").code()).isEqualTo("delegation-missing");
  }

  @Test
  void delegations_are_registered_all_or_none() {
    var desk = at(newConference());

    var created =
        desk.create(
            "/delegations",
            "[{\"code\": \"GD\", \"name\": \"广东省\"}, {\"code\": \"FJ\", \"name\": \"福建省\"}]");

    assertThat(created.status()).isEqualTo(201);
    assertThat(published.change(created).states())
        .extracting(AggregateState::id, AggregateState::event, s -> s.state().toString())
        .containsExactly(
            tuple(
                "GD",
                "delegation-registered",
                "{\"code\":\"GD\",\"name\":\"广东省\",\"cancelled\":false}"),
            tuple(
                "FJ",
                "delegation-registered",
                "{\"code\":\"FJ\",\"name\":\"福建省\",\"cancelled\":false}"));
    var taken =
        desk.create(
            "/delegations",
            "[{\"code\": \"HN\", \"name\": \"湖南省\"}, {\"code\": \"FJ\", \"name\": \"福建\"}]");
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.code()).isEqualTo("delegation-exists");
    assertThat(desk.create("/delegations", "[]").status()).isEqualTo(400);
    assertThat(desk.create("/delegations", "[{\"code\": \" \", \"name\": \"x\"}]").status())
        .isEqualTo(400);
    assertThat(desk.get("/delegations").body().valueStream().map(d -> d.path("code").asString()))
        .containsExactly("FJ", "GD");
  }

  @Test
  void a_delegation_is_corrected_by_who_has_read_it() {
    var desk = at(newConference("FJ"));

    assertThat(desk.patch("/delegations/FJ", null, "{\"name\": \"福建省\"}").status()).isEqualTo(428);
    var corrected = desk.patch("/delegations/FJ", 1L, "{\"name\": \"福建省\"}");
    assertThat(published.change(corrected).states().getFirst().event())
        .isEqualTo("delegation-corrected");
    assertThat(desk.patch("/delegations/FJ", 2L, "{\"name\": \"福建省\"}").change()).isEmpty();
    var stale = desk.patch("/delegations/FJ", 1L, "{\"name\": \"福建\"}");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.body().path("current").path("name").asString()).isEqualTo("福建省");
  }

  @Test
  void a_delegation_that_does_not_come_takes_its_people_with_it() {
    var desk = at(newConference("FJ", "GD"));
    var host = desk.create("/participants", Persons.delegate("FJ", "何子敏")).text("id");
    var companion = desk.create("/participants", Persons.companion(host, "邓鑫")).text("id");
    desk.create("/participants", Persons.delegate("GD", "陈一"));

    var cancelled = desk.send(HttpMethod.DELETE, "/delegations/FJ", 1L, "");

    assertThat(cancelled.body().path("cancelled").asBoolean()).isTrue();
    assertThat(published.change(cancelled).states())
        .extracting(AggregateState::id, AggregateState::event)
        .containsExactly(
            tuple(host, "participant-withdrawn"),
            tuple(companion, "participant-withdrawn"),
            tuple("FJ", "delegation-cancelled"));
    assertThat(desk.send(HttpMethod.DELETE, "/delegations/FJ", 2L, "").change()).isEmpty();
    assertThat(desk.create("/participants", Persons.delegate("FJ", "林一")).code())
        .isEqualTo("delegation-cancelled");
    assertThat(
            desk.send(HttpMethod.POST, "/participants/" + host + "/reinstatement", 2L, "").code())
        .isEqualTo("delegation-cancelled");
  }
}
