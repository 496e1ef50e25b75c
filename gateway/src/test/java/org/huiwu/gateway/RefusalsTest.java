package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What the door says when it says no, whoever in it says so. The machine stands in England.
class RefusalsTest extends OpenGateway {
  private final Locale machines = Locale.getDefault();

  RefusalsTest() {
    Locale.setDefault(Locale.UK);
  }

  @AfterAll
  void the_machine_as_before() {
    Locale.setDefault(machines);
  }

  @Test
  void who_is_not_signed_in_is_told_so_in_chinese_unless_english_is_asked_for() throws Exception {
    try (var nobody = door()) {
      for (var odd : List.of("fr", "*", "zh;q=a", ";;;", "e".repeat(500), "en;q=0")) {
        assertThat(nobody.get("/api/catering/x", "Accept-Language", odd).body())
            .as(odd)
            .contains("\"status\":401", "尚未登录");
      }
      assertThat(nobody.get("/api/catering/x").body()).contains("尚未登录");
      assertThat(nobody.get("/api/catering/x", "Accept-Language", "fr,en;q=0.3").body())
          .contains("Not signed in");
    }
  }

  @Test
  void without_the_pages_own_token_it_is_said_in_the_callers_language_too() throws Exception {
    try (var nobody = door();
        var another = door()) {
      var chinese = nobody.send("POST", "/session", "{}", "Accept-Language", "zh;q=a");
      assertThat(chinese.body()).contains("\"code\":\"csrf\"").containsPattern("\\p{IsHan}");
      var english = another.send("POST", "/session", "{}", "Accept-Language", "en");
      assertThat(english.body()).contains("\"code\":\"csrf\"", "Origin of the request");
    }
  }

  @Test
  void what_the_web_server_itself_refuses_is_a_problem_in_the_callers_language()
      throws IOException {
    for (var line : List.of("GET /%zz HTTP/1.1", "GET /a|b HTTP/1.1", "GET /%00 HTTP/1.1")) {
      assertThat(said(line, "fr"))
          .as(line)
          .startsWith("HTTP/1.1 400")
          .contains("application/problem+json", "\"status\":400")
          .containsPattern("\"title\":\"\\p{IsHan}+\"");
    }
    // of an address with a bar in it the server reads no header any more
    assertThat(said("GET /%zz HTTP/1.1", "en")).contains("\"title\":\"Bad request\"");
  }

  private String said(String line, String language) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket
          .getOutputStream()
          .write(
              (line
                      + "\r\nHost: door\r\nConnection: close\r\nAccept-Language: "
                      + language
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void a_method_that_an_address_does_not_have_is_answered_with_those_that_it_has()
      throws Exception {
    try (var administrator = administrator()) {
      var refused = administrator.json("PUT", "/accounts", "{}");
      assertThat(refused.statusCode()).isEqualTo(405);
      assertThat(refused.headers().firstValue("Allow").orElse("").split(", ?"))
          .contains("GET", "POST")
          .doesNotContain("PUT");
      assertThat(administrator.json("PATCH", "/session", "{}").statusCode()).isEqualTo(405);
    }
  }

  @Test
  void a_body_that_cannot_be_read_is_refused_with_the_place() throws Exception {
    try (var administrator = administrator()) {
      for (var body :
          List.of(
              "{\"account\":7,\"name\":\"x\"}",
              "{\"name\":\"x\"}",
              "{\"account\":\"a\\u0000b\",\"name\":\"x\"}",
              "{\"account\":\"" + "x".repeat(300) + "\",\"name\":\"x\"}")) {
        var refused = administrator.json("POST", "/accounts", body);
        assertThat(refused.statusCode()).as(body).isEqualTo(400);
        assertThat(refused.body()).contains("\"code\":\"invalid-body\"", "{\"field\":\"account\"}");
      }
      var unknown =
          administrator.json("POST", "/accounts", "{\"account\":\"a\",\"name\":\"a\",\"age\":1}");
      assertThat(unknown.statusCode()).isEqualTo(400);
      assertThat(unknown.body()).contains("{\"field\":\"age\"}");
      assertThat(administrator.get("/accounts/a").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void a_version_that_is_none_is_malformed_and_not_stale() throws Exception {
    try (var administrator = administrator()) {
      for (var odd : List.of("yesterday", "*", "\"1\", \"2\"")) {
        var refused =
            administrator.json(
                "PATCH", "/accounts/administrator", "{\"name\":\"A\"}", "If-Match", odd);
        assertThat(refused.statusCode()).as(odd).isEqualTo(400);
        assertThat(refused.body()).contains("\"code\":\"header-malformed\"", "If-Match");
      }
    }
  }
}
