package org.huiwu.platform.web.teahouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class CommandsTest extends Doors {

  @Test
  void a_plan_is_not_changed_without_the_version_that_was_read() {
    offered("oolong", 100);
    var answer = reprice("oolong", null, 200);
    assertThat(answer.status()).isEqualTo(428);
    assertThat(answer.at("/code")).isEqualTo("version-required");
  }

  @Test
  void who_comes_second_gets_412_and_the_current_copy() {
    offered("puer", 100);
    var first = reprice("puer", "\"1\"", 200);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.etag()).isEqualTo("\"2\"");
    assertThat(first.change()).isPresent();
    var second = reprice("puer", "\"1\"", 300);
    assertThat(second.status()).isEqualTo(412);
    assertThat(second.at("/code")).isEqualTo("version-stale");
    assertThat(second.body().at("/current/price").asInt()).isEqualTo(200);
    assertThat(second.body().at("/current/version").asInt()).isEqualTo(2);
    assertThat(reprice("puer", "W/\"2\"", 300).status()).isEqualTo(200);
    assertThat(reprice("puer", "yesterday's", 300).at("/code")).isEqualTo("header-malformed");
  }

  @Test
  void what_changes_nothing_names_no_change() {
    offered("white", 100);
    var answer = reprice("white", "\"1\"", 100);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.etag()).isEqualTo("\"1\"");
    assertThat(answer.change()).isEmpty();
  }

  @Test
  void a_replay_is_answered_the_same_and_has_one_effect() {
    var body = "[{\"code\":\"green\",\"price\":100}]";
    var first = offer("k1", body);
    var published = rows("outbox");
    var again = offer("k1", body);
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.change()).isPresent();
    assertThat(again).isEqualTo(first);
    assertThat(rows("outbox")).isEqualTo(published);
  }

  @Test
  void the_same_key_with_another_body_is_a_conflict() {
    offer("k2", "[{\"code\":\"black\",\"price\":100}]");
    var other = offer("k2", "[{\"code\":\"black\",\"price\":101}]");
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.at("/code")).isEqualTo("idempotency-key-reused");
  }

  @Test
  void what_creates_needs_a_key() {
    var body = "[{\"code\":\"mint\",\"price\":100}]";
    var keyless = command(HttpMethod.POST, teas, body);
    assertThat(keyless.status()).isEqualTo(400);
    assertThat(keyless.at("/code")).isEqualTo("idempotency-key-required");
    assertThat(ask(HttpMethod.GET, teas + "/mint", null).status()).isEqualTo(404);
  }

  @Test
  void the_reason_is_percent_encoded_and_travels_with_the_change() {
    var answer =
        command(
            HttpMethod.POST,
            teas,
            "[{\"code\":\"rose\",\"price\":100}]",
            "Idempotency-Key",
            "k4",
            "Huiwu-Reason",
            "%E5%AE%A2%E4%BA%BA");
    assertThat(
            jdbc.queryForObject(
                "select payload::json -> 'origin' ->> 'reason' from outbox where id = ?::uuid",
                String.class,
                answer.change().orElseThrow()))
        .isEqualTo("客人");
    assertThat(
            command(HttpMethod.POST, teas, "[]", "Idempotency-Key", "k5", "Huiwu-Reason", "%ZZ")
                .at("/code"))
        .isEqualTo("header-malformed");
  }

  @Test
  void a_refused_command_leaves_only_the_audit() {
    offered("matcha", 100);
    var published = rows("outbox");
    var answered = rows("answered_command");
    var refused =
        command(
            HttpMethod.PATCH,
            teas + "/matcha",
            "{\"price\":6000}",
            "If-Match",
            "\"1\"",
            "Idempotency-Key",
            "k6");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/code")).isEqualTo("tea-too-dear");
    assertThat(rows("outbox")).isEqualTo(published);
    assertThat(rows("answered_command")).isEqualTo(answered);
    var tea = ask(HttpMethod.GET, teas + "/matcha", null);
    assertThat(tea.body().at("/price").asInt()).isEqualTo(100);
    assertThat(
            jdbc.queryForMap(
                "select actor, role, action, path, outcome, change, address from audit_entry where conference = ? order by n desc limit 1",
                conference))
        .containsEntry("actor", "ming")
        .containsEntry("role", "catering")
        .containsEntry("action", "reprice")
        .containsEntry("path", teas + "/matcha")
        .containsEntry("outcome", "tea-too-dear")
        .containsEntry("change", null)
        .containsEntry("address", "192.0.2.1");
  }

  @Test
  void what_a_command_touched_is_in_the_owners_copy_of_the_manifest() {
    offered("jasmine", 100);
    reprice("jasmine", "\"1\"", 250);
    var whole =
        ask(HttpMethod.GET, "/conferences/" + conference + "/derived-manifests/menu:all", null);
    assertThat(whole.at("/lines/jasmine/price")).isEqualTo("250");
    assertThat(
            ask(HttpMethod.GET, "/conferences/" + conference + "/derived-manifests/no:no", null)
                .at("/code"))
        .isEqualTo("manifest-unknown");
  }

  @Test
  void trying_again_what_is_not_parked_says_so() {
    var path = "/conferences/" + conference + "/parked";
    assertThat(ask(HttpMethod.GET, path, null).text()).isEqualTo("[]");
    assertThat(ask(HttpMethod.POST, path + "/host.guest/ada/retry", null).at("/code"))
        .isEqualTo("parked-unknown");
  }
}
