package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInTest extends OpenGateway {
  private Door administrator;

  @BeforeAll
  void open() throws Exception {
    administrator = administrator();
  }

  @AfterAll
  void close() {
    administrator.close();
  }

  @Test
  void the_one_time_password_and_the_key_are_for_the_platforms_user_only() throws Exception {
    for (var file :
        List.of(
            passwordFile(),
            FOLDER.resolve("secrets/signing-key.jwk"),
            FOLDER.resolve("secrets/service-notification"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .as(file.toString())
          .isEqualTo("rw-------");
    }
    assertThat(administrator.get("/session").body())
        .contains("\"mustChangePassword\":true", "\"platformRoles\":[\"administrator\"]");
  }

  @Test
  void who_is_signed_in_is_told_who_they_are_and_what_they_hold() throws Exception {
    var conference = UUID.randomUUID().toString();
    var account = somebody(administrator, conference, "excursion");
    try (var door = door()) {
      var nobody = door.get("/session");
      assertThat(nobody.statusCode()).isEqualTo(401);
      assertThat(nobody.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
      assertThat(nobody.body()).contains("尚未登录", "\"code\":\"sign-in-required\"");
      assertThat(door.cookie("XSRF-TOKEN")).isNotEmpty();

      door.signedIn(account, PASSWORD);
      assertThat(door.get("/session").body())
          .isEqualTo(
              "{\"account\":\"%s\",\"name\":\"Somebody\",\"mustChangePassword\":false,\"platformRoles\":[],\"conferences\":[{\"id\":\"%s\",\"roles\":[\"excursion\"]}]}"
                  .formatted(account, conference));
    }
  }

  @Test
  void the_cookie_is_for_no_script_and_no_other_site_and_its_value_is_kept_nowhere()
      throws Exception {
    var account = somebody(administrator, UUID.randomUUID().toString(), "venue");
    try (var door = door()) {
      door.get("/session");
      var answer = door.signIn(account, PASSWORD);
      var cookie =
          answer.headers().allValues("Set-Cookie").stream()
              .filter(c -> c.startsWith("HUIWU="))
              .findFirst()
              .orElseThrow();
      assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("Secure");
      assertThat(
              rows.queryForList(
                  "select 1 from signed_in where encode(secret, 'escape') like ?",
                  "%" + door.cookie("HUIWU") + "%"))
          .isEmpty();
      assertThat(
              rows.queryForList(
                  "select 1 from signed_in where secret = sha256(?::bytea)",
                  door.cookie("HUIWU").getBytes(java.nio.charset.StandardCharsets.UTF_8)))
          .hasSize(1);
    }
  }

  @Test
  void a_wrong_password_an_unknown_account_and_a_disabled_one_are_answered_the_same()
      throws Exception {
    var known = somebody(administrator, UUID.randomUUID().toString(), "venue");
    var disabled = somebody(administrator, UUID.randomUUID().toString(), "venue");
    var etag = administrator.get("/accounts/" + disabled).headers().firstValue("ETag").orElse("");
    assertThat(
            administrator
                .json("PATCH", "/accounts/" + disabled, "{\"enabled\":false}", "If-Match", etag)
                .statusCode())
        .isEqualTo(200);
    try (var door = door()) {
      door.get("/session");
      var wrong = door.signIn(known, "another-password");
      var unknown = door.signIn("nobody-" + UUID.randomUUID(), PASSWORD);
      var barred = door.signIn(disabled, PASSWORD);
      assertThat(wrong.statusCode()).isEqualTo(401);
      assertThat(wrong.body()).contains("\"code\":\"sign-in-refused\"");
      assertThat(unknown.statusCode()).isEqualTo(401);
      assertThat(barred.statusCode()).isEqualTo(401);
      assertThat(unknown.body()).isEqualTo(wrong.body());
      assertThat(barred.body()).isEqualTo(wrong.body());
      assertThat(door.cookie("HUIWU")).isEmpty();
    }
    assertThat(
            rows.queryForList(
                "select outcome from audit_entry where actor = ? order by n desc limit 1",
                String.class,
                known))
        .containsExactly("sign-in-refused");
  }

  @Test
  void too_many_wrong_passwords_are_told_to_wait_and_the_right_one_too() throws Exception {
    var account = somebody(administrator, UUID.randomUUID().toString(), "venue");
    try (var door = door()) {
      door.get("/session");
      for (int i = 0; i < 5; i++) {
        assertThat(door.signIn(account, "wrong-password-" + i).statusCode()).isEqualTo(401);
      }
      var late = door.signIn(account, PASSWORD);
      assertThat(late.statusCode()).isEqualTo(429);
      assertThat(Long.parseLong(late.headers().firstValue("Retry-After").orElse("0")))
          .isBetween(1L, 300L);
      assertThat(late.body()).contains("\"code\":\"too-many-attempts\"");
    } finally {
      rows.update("delete from sign_in_attempt where account = ?", account);
    }
  }

  @Test
  void nothing_is_changed_without_the_pages_own_token() throws Exception {
    var account = somebody(administrator, UUID.randomUUID().toString(), "venue");
    try (var door = door()) {
      var refused = door.signIn(account, PASSWORD);
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("\"code\":\"csrf\"");
      door.signedIn(account, PASSWORD);
      door.forget("XSRF-TOKEN");
      REGISTRATION.answers(200, java.util.Map.of(), "");
      assertThat(door.json("POST", "/api/registration/conferences", "{}").statusCode())
          .isEqualTo(403);
      assertThat(REGISTRATION.heard()).isEmpty();
    }
  }

  @Test
  void who_signs_out_is_out() throws Exception {
    var account = somebody(administrator, UUID.randomUUID().toString(), "venue");
    try (var door = door().signedIn(account, PASSWORD)) {
      var kept = door.cookie("HUIWU");
      assertThat(door.json("DELETE", "/session", "").statusCode()).isEqualTo(204);
      assertThat(door.cookie("HUIWU")).isEmpty();
      try (var other = door()) {
        assertThat(other.get("/session", "Cookie", "HUIWU=" + kept).statusCode()).isEqualTo(401);
      }
    }
  }

  @Test
  void a_session_ends_when_it_is_idle_and_when_it_is_old() throws Exception {
    var account = somebody(administrator, UUID.randomUUID().toString(), "venue");
    try (var door = door().signedIn(account, PASSWORD)) {
      assertThat(door.get("/session").statusCode()).isEqualTo(200);
      rows.update(
          "update signed_in set seen_at = now() - interval '7 hours 59 minutes' where account = ?",
          account);
      assertThat(door.get("/session").statusCode()).isEqualTo(200);
      rows.update(
          "update signed_in set seen_at = now() - interval '8 hours 1 minute' where account = ?",
          account);
      assertThat(door.get("/session").statusCode()).isEqualTo(401);
    }
    try (var door = door().signedIn(account, PASSWORD)) {
      rows.update(
          "update signed_in set ends_at = now() - interval '1 second' where account = ?", account);
      assertThat(door.get("/session").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void who_changes_their_password_is_signed_out_everywhere_else() throws Exception {
    var account = somebody(administrator, UUID.randomUUID().toString(), "venue");
    try (var here = door().signedIn(account, PASSWORD);
        var there = door().signedIn(account, PASSWORD)) {
      assertThat(
              here.json(
                      "PUT",
                      "/session/password",
                      "{\"current\":\"%s\",\"new\":\"short\"}".formatted(PASSWORD))
                  .statusCode())
          .isEqualTo(422);
      assertThat(
              here.json(
                      "PUT",
                      "/session/password",
                      "{\"current\":\"not-this-one\",\"new\":\"a-better-password\"}")
                  .statusCode())
          .isEqualTo(401);
      assertThat(
              here.json(
                      "PUT",
                      "/session/password",
                      "{\"current\":\"%s\",\"new\":\"a-better-password\"}".formatted(PASSWORD))
                  .statusCode())
          .isEqualTo(204);
      assertThat(here.get("/session").statusCode()).isEqualTo(200);
      assertThat(there.get("/session").statusCode()).isEqualTo(401);
    }
    try (var again = door()) {
      again.get("/session");
      assertThat(again.signIn(account, PASSWORD).statusCode()).isEqualTo(401);
      assertThat(again.signIn(account, "a-better-password").statusCode()).isEqualTo(200);
    }
  }
}
