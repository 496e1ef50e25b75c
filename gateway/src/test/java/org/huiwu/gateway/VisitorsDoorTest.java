package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// The public door: recipients and providers, who have no account.
class VisitorsDoorTest extends VisitorsDoor {
  private static Backend.Heard heard() {
    return NOTIFICATION.heard().getLast();
  }

  private Jwt token() {
    return NimbusJwtDecoder.withJwkSetUri("http://127.0.0.1:" + port + "/oauth2/jwks")
        .build()
        .decode(heard().header("Authorization").substring("Bearer ".length()));
  }

  @Test
  void a_visitor_passes_with_a_token_for_no_conference_and_one_role() throws Exception {
    try (var visitor = door()) {
      assertThat(visitor.get("/site/manifests/site:S1?x=1").statusCode()).isEqualTo(200);
      assertThat(heard().path()).isEqualTo("/site/manifests/site:S1?x=1");
      var token = token();
      assertThat(token.getSubject()).isEqualTo("visitor");
      assertThat(token.getAudience()).containsExactly("notification");
      assertThat(token.getClaimAsStringList("platform_roles")).containsExactly("visitor");
      assertThat(token.getClaimAsStringList("roles")).containsExactly("visitor");
      assertThat(token.getClaimAsStringList("conferences")).isEmpty();
      assertThat(token.hasClaim("conference")).isFalse();
      assertThat(token.getClaimAsString("from")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void a_conference_in_the_path_makes_no_claim_for_a_visitor() throws Exception {
    try (var visitor = door()) {
      visitor.get("/site/conferences/" + UUID.randomUUID());
      assertThat(token().hasClaim("conference")).isFalse();
    }
  }

  @Test
  void who_is_signed_in_at_a_desk_is_a_visitor_here_all_the_same() throws Exception {
    try (var desk = administrator()) {
      desk.get("/site/me");
      assertThat(token().getSubject()).isEqualTo("visitor");
      assertThat(token().getClaimAsStringList("platform_roles")).containsExactly("visitor");
    }
  }

  @Test
  void of_cookies_only_the_recipients_own_passes_and_what_is_said_of_who_asks_does_not()
      throws Exception {
    try (var desk = administrator()) {
      desk.get(
          "/site/me",
          "Cookie",
          desk.cookieHeader() + "; huiwu_site=abc-_09; other=1",
          "Authorization",
          "Bearer forged",
          "Huiwu-Actor",
          "somebody",
          "X-Forwarded-Host",
          "elsewhere",
          "Forwarded",
          "for=203.0.113.9");
      assertThat(heard().header("Cookie")).isEqualTo("huiwu_site=abc-_09");
      assertThat(token().getSubject()).isEqualTo("visitor");
      assertThat(heard().header("Huiwu-actor")).isEmpty();
      assertThat(heard().headers().toString())
          .doesNotContain("forged", "elsewhere", "203.0.113.9", "XSRF", "other=1");
      desk.get("/site/me", "Cookie", "huiwu_site=\"a b\"");
      assertThat(heard().header("Cookie")).isEmpty();
      desk.get("/providers/sms/status", "Cookie", "huiwu_site=abc");
      assertThat(heard().header("Cookie")).as("providers have none").isEmpty();
    }
  }

  @Test
  void a_delegates_page_has_a_cookie_of_its_own_and_neither_passes_for_the_other()
      throws Exception {
    try (var visitor = door()) {
      var both = "huiwu_site=recipient; huiwu_me=delegate";
      visitor.get("/site/me/page", "Cookie", both);
      assertThat(heard().header("Cookie")).isEqualTo("huiwu_me=delegate");
      visitor.get("/site/me", "Cookie", both);
      assertThat(heard().header("Cookie")).isEqualTo("huiwu_site=recipient");
      visitor.get("/site/me/page", "Cookie", "huiwu_site=recipient");
      assertThat(heard().header("Cookie")).isEmpty();
      NOTIFICATION.answers(exchange -> {
        exchange.getResponseHeaders().add("Set-Cookie", "huiwu_site=forged; Path=/site");
        exchange
            .getResponseHeaders()
            .add("Set-Cookie", "huiwu_me=fresh; Path=/site/me; HttpOnly; SameSite=Strict");
        Backend.reply(exchange, 200, Map.of(), "{}");
      });
      var answer = post(visitor, "/site/me/session", LINK);
      assertThat(
              answer.headers().allValues("Set-Cookie").stream().filter(c -> !c.startsWith("XSRF")))
          .containsExactly("huiwu_me=fresh; Path=/site/me; HttpOnly; SameSite=Strict");
    }
  }

  @Test
  void the_recipients_cookie_opens_nothing_else() throws Exception {
    try (var visitor = door()) {
      for (var path :
          List.of(
              "/api/notification/site/me",
              "/api/notification/conferences",
              "/api/registration/conferences",
              "/accounts",
              "/actuator/metrics")) {
        assertThat(visitor.get(path, "Cookie", "huiwu_site=abc").statusCode())
            .as(path)
            .isEqualTo(401);
      }
      assertThat(post(visitor, "/s", LINK).statusCode()).isIn(401, 403);
      assertThat(visitor.get("/siteX/me").statusCode()).isIn(401, 404);
      assertThat(NOTIFICATION.heard()).isEmpty();
      assertThat(REGISTRATION.heard()).isEmpty();
    }
  }

  @Test
  void nobody_can_be_granted_the_visitors_role() throws Exception {
    try (var administrator = administrator()) {
      var account = somebody(administrator, UUID.randomUUID().toString(), "duty");
      var refused =
          administrator.json("PUT", "/accounts/" + account + "/grants/platform/visitor", "");
      assertThat(refused.statusCode()).isIn(400, 404, 422);
    }
  }

  @Test
  void of_what_a_service_sets_only_the_recipients_cookie_comes_out() throws Exception {
    NOTIFICATION.answers(exchange -> {
      exchange.getResponseHeaders().add("Set-Cookie", "HUIWU=stolen; Path=/");
      exchange
          .getResponseHeaders()
          .add("Set-Cookie", "huiwu_site=fresh; Path=/site; HttpOnly; SameSite=Strict");
      Backend.reply(exchange, 200, Map.of(), "{}");
    });
    try (var visitor = door()) {
      var answer = post(visitor, "/site/session", LINK);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(
              answer.headers().allValues("Set-Cookie").stream().filter(c -> !c.startsWith("XSRF")))
          .containsExactly("huiwu_site=fresh; Path=/site; HttpOnly; SameSite=Strict");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/s", "/p", "/me"})
  void the_pages_are_open_to_all_and_to_look_at_one_asks_nobody(String path) throws Exception {
    try (var scanner = door()) {
      var page = scanner.get(path, "Accept", "*/*");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
      assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
      assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe", "nonce");
      assertThat(NOTIFICATION.heard()).isEmpty();
    }
  }

  @Test
  void the_stream_of_a_visitor_passes_and_ends_with_the_service() throws Exception {
    NOTIFICATION.answers(exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream;charset=UTF-8");
      exchange.sendResponseHeaders(200, 0);
      exchange
          .getResponseBody()
          .write(":following\n\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      exchange.close();
    });
    try (var visitor = door()) {
      var answer = visitor.get("/site/stream", "Cookie", "huiwu_site=abc", "Last-Event-ID", "7");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(":following\n\n");
      assertThat(heard().header("Cookie")).isEqualTo("huiwu_site=abc");
      assertThat(heard().header("Last-event-id")).isEqualTo("7");
    }
  }
}
