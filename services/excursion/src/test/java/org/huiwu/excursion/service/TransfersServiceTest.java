package org.huiwu.excursion.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.excursion.service.States.Bus;
import org.huiwu.excursion.service.States.Person;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// What liaisons decide on the road, from door to door.
class TransfersServiceTest extends ExcursionScene {
  private static final Bus X1A = Bus.of("X1A", "R1", 45, "BJ");
  private static final Bus X2A = Bus.of("X2A", "R2", 45, "BJ");
  private static final Bus X2B = Bus.of("X2B", "R2", 2, "XZ");
  private static final Person A = Person.delegate("a", "BJ", "R1");

  private Desk liaison;

  @BeforeEach
  void two_routes_and_somebody_on_the_first() {
    planned(X1A, X2A, X2B);
    registered(A);
    liaison = new Desk(port, conference, new SignedRequests("excursion", "lee", "liaison"));
  }

  @Test
  void while_nothing_has_changed_a_transfer_is_done_at_once() {
    var answer = asked("R2", "X2B", 1);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().path("state").asString()).isEqualTo("applied");
    assertThat(answer.body().path("hindrance").isNull()).isTrue();
    var change = published().change(answer);
    assertThat(memberships(change)).isEqualTo(Map.of("a", "route-switched R2/X2B"));
    assertThat(change.states()).hasSize(1);
    assertThat(manifests(change)).containsExactly("site:S1", "site:S2");
    assertThat(exceptions()).isEmpty();
  }

  @Test
  void a_transfer_sent_again_is_the_same_transfer() {
    var key = UUID.randomUUID().toString();
    var first = liaison.create("/transfers", key, body("R2", "X2B", 1));
    var again = liaison.create("/transfers", key, body("R2", "X2B", 1));
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.change()).isEqualTo(first.change());
    assertThat(liaison.get("/transfers").body()).hasSize(1);
    assertThat(liaison.createWithoutKey("/transfers", body("R2", "", 1)).code())
        .isEqualTo("idempotency-key-required");
  }

  @Test
  void a_stale_base_is_neither_refused_nor_applied_but_waits() {
    switchRoute("a", 1, "");
    var answer = asked("R2", "X2B", 1);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().path("state").asString()).isEqualTo("waiting");
    assertThat(answer.body().path("hindrance").asString()).isEqualTo("stale-base");
    assertThat(place("a")).isEqualTo("/");
    var change = published().change(answer);
    assertThat(change.states())
        .singleElement()
        .satisfies(s -> {
          assertThat(s.event()).isEqualTo("transfer-held");
          assertThat(s.state().tree().path("person").asString()).isEqualTo("a");
        });
    assertThat(manifests(change)).isEmpty();
    assertThat(exceptions()).containsExactly("transfer-waiting a");
    var waiting = desk.get("/exceptions").body().get(0);
    assertThat(waiting.path("toRoute").asString()).isEqualTo("R2");
    assertThat(waiting.path("why").asString()).isEqualTo("stale-base");
    assertThat(waiting.path("transfer").asString()).isEqualTo(answer.text("id"));
  }

  @Test
  void who_is_there_already_needs_no_desk_however_stale_the_base_is() {
    switchRoute("a", 1, "");
    switchRoute("a", 2, "R2");
    assertThat(place("a")).isEqualTo("R2/X2A");
    var answer = asked("R2", "X2A", 1);
    assertThat(answer.body().path("state").asString()).isEqualTo("applied");
    assertThat(answer.change()).isEmpty();
    assertThat(exceptions()).isEmpty();
  }

  @Test
  void what_cannot_be_done_waits_and_says_why() {
    assertThat(asked("R9", "", 1).body().path("hindrance").asString()).isEqualTo("route-unknown");
    assertThat(asked("R1", "X2A", 1).body().path("hindrance").asString())
        .isEqualTo("bus-not-running");
    hear(REGISTRATION, A.withdrawn().state("participant-withdrawn"));
    assertThat(asked("R2", "X2A", 1).body().path("hindrance").asString())
        .isEqualTo("person-withdrawn");
    assertThat(desk.get("/transfers?waiting=true").body()).hasSize(3);
    assertThat(liaison.create("/transfers", body("R2", "", 1).replace("\"a\"", "\"z\"")).code())
        .isEqualTo("membership-unknown");
  }

  @Test
  void the_desk_applies_a_transfer_to_the_place_that_it_saw() {
    switchRoute("a", 1, "");
    var id = asked("R2", "X2B", 1).text("id");
    var blind = settle(id, 1, "{\"outcome\": \"apply\"}");
    assertThat(blind.status()).isEqualTo(422);
    assertThat(blind.code()).isEqualTo("transfer-membership-required");
    var stale = settle(id, 1, "{\"outcome\": \"apply\", \"membership\": 1}");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.body().path("current").path("now").path("version").asInt()).isEqualTo(2);
    var done = settle(id, 1, "{\"outcome\": \"apply\", \"membership\": 2}");
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.etag()).isEqualTo("\"2\"");
    assertThat(place("a")).isEqualTo("R2/X2B");
    assertThat(changed(done).states())
        .extracting(s -> s.event())
        .containsExactlyInAnyOrder("route-switched", "transfer-applied");
    assertThat(exceptions()).isEmpty();
    assertThat(settle(id, 2, "{\"outcome\": \"dismiss\", \"word\": \"x\"}").code())
        .isEqualTo("transfer-settled");
    assertThat(settle(id, 1, "{\"outcome\": \"dismiss\", \"word\": \"x\"}").status())
        .isEqualTo(412);
  }

  @Test
  void the_desk_dismisses_a_transfer_with_a_word_that_the_liaison_reads() {
    switchRoute("a", 1, "");
    var id = asked("R2", "X2B", 1).text("id");
    assertThat(settle(id, 1, "{\"outcome\": \"dismiss\", \"word\": \" \"}").code())
        .isEqualTo("transfer-word-required");
    var done = settle(id, 1, "{\"outcome\": \"dismiss\", \"word\": \"车已满\"}");
    assertThat(done.body().path("state").asString()).isEqualTo("dismissed");
    assertThat(place("a")).isEqualTo("/");
    assertThat(exceptions()).isEmpty();
    var read = liaison.get("/transfers/" + id).body();
    assertThat(read.path("word").asString()).isEqualTo("车已满");
    assertThat(read.path("settledBy").asString()).isEqualTo("guide");
  }

  @Test
  void what_still_cannot_be_done_is_not_applied_and_waits_on() {
    var id = asked("R1", "X2A", 1).text("id");
    assertThat(settle(id, 1, "{\"outcome\": \"apply\", \"membership\": 1}").code())
        .isEqualTo("bus-not-running");
    assertThat(exceptions()).containsExactly("transfer-waiting a");
  }

  @Test
  void only_a_liaison_asks_and_only_the_desk_settles() {
    assertThat(desk.create("/transfers", body("R2", "", 1)).status()).isEqualTo(403);
    var id = UUID.randomUUID();
    assertThat(
            liaison
                .send(
                    HttpMethod.PUT,
                    "/transfers/" + id + "/settlement",
                    1L,
                    "{\"outcome\": \"apply\", \"membership\": 1}")
                .status())
        .isEqualTo(403);
    assertThat(desk.get("/transfers/" + id).code()).isEqualTo("transfer-unknown");
    assertThat(liaison.get("/memberships?route=R1").body().findValuesAsString("person"))
        .isEqualTo(List.of("a"));
  }

  private Desk.Answer asked(String route, String bus, long base) {
    return liaison.create("/transfers", body(route, bus, base));
  }

  private Desk.Answer settle(String id, long version, String body) {
    return desk.send(HttpMethod.PUT, "/transfers/" + id + "/settlement", version, body);
  }

  private static String body(String route, String bus, long base) {
    return """
    {"person": "a", "route": "%s", "bus": "%s", "base": %d, "happenedAt": "2026-06-09T14:02"}\
    """
        .formatted(route, bus, base);
  }
}
