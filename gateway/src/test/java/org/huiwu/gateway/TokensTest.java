package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the services are given in a caller's name.
class TokensTest extends OpenGateway {
  private final UUID conference = UUID.randomUUID();
  private Door administrator;
  private String account = "";
  private Door desk;

  @BeforeAll
  void open() throws Exception {
    administrator = administrator();
    account = somebody(administrator, conference.toString(), "catering");
    desk = door().signedIn(account, PASSWORD);
  }

  @AfterAll
  void close() {
    administrator.close();
    desk.close();
  }

  @BeforeEach
  void everybody_answers() {
    REGISTRATION.answers(200, Map.of(), "");
    CATERING.answers(200, Map.of(), "");
  }

  private String path(String service, UUID where) {
    return "/api/" + service + "/conferences/" + where + "/x";
  }

  private static String given(Backend service) {
    return service.heard().getLast().header("Authorization");
  }

  /// Verified with the keys that the door publishes.
  private Jwt read(String authorization) {
    assertThat(authorization).startsWith("Bearer ");
    return NimbusJwtDecoder.withJwkSetUri("http://127.0.0.1:" + port + "/oauth2/jwks")
        .build()
        .decode(authorization.substring("Bearer ".length()));
  }

  @Test
  void a_token_is_for_one_service_one_conference_and_five_minutes() throws Exception {
    desk.get(path("catering", conference));
    var token = read(given(CATERING));
    assertThat(token.getHeaders()).containsEntry("alg", "RS256");
    assertThat(token.getAudience()).containsExactly("catering");
    assertThat(token.getSubject()).isEqualTo(account);
    assertThat(token.getClaimAsString("iss")).isEqualTo("http://127.0.0.1:8080");
    assertThat(token.getClaimAsString("conference")).isEqualTo(conference.toString());
    assertThat(token.getClaimAsStringList("roles")).containsExactly("catering");
    assertThat(token.getClaimAsStringList("platform_roles")).isEmpty();
    assertThat(token.getClaimAsString("from")).isEqualTo("127.0.0.1");
    assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt()))
        .isLessThanOrEqualTo(Duration.ofMinutes(5));

    desk.get(path("registration", conference));
    assertThat(read(given(REGISTRATION)).getAudience()).containsExactly("registration");
  }

  @Test
  void in_another_conference_nothing_is_held_and_without_one_only_their_names() throws Exception {
    desk.get(path("catering", UUID.randomUUID()));
    assertThat(read(given(CATERING)).getClaimAsStringList("roles")).isEmpty();
    desk.get("/api/registration/conferences");
    var token = read(given(REGISTRATION));
    assertThat(token.getClaimAsStringList("roles")).isEmpty();
    assertThat(token.hasClaim("conference")).isFalse();
    assertThat(token.getClaimAsStringList("conferences")).containsExactly(conference.toString());
  }

  @Test
  void a_token_is_used_again_until_what_the_account_holds_changes() throws Exception {
    desk.get(path("catering", conference));
    var first = given(CATERING);
    desk.get(path("catering", conference));
    assertThat(given(CATERING)).isEqualTo(first);
    var grants = "/accounts/" + account + "/grants/" + conference + "/venue";
    administrator.json("PUT", grants, "");
    desk.get(path("catering", conference));
    assertThat(read(given(CATERING)).getClaimAsStringList("roles"))
        .containsExactly("catering", "venue");
    administrator.json("DELETE", grants, "");
    desk.get(path("catering", conference));
    assertThat(read(given(CATERING)).getClaimAsStringList("roles")).containsExactly("catering");
  }

  @Test
  void the_browser_never_sees_a_token_and_the_service_never_sees_the_session() throws Exception {
    var answer = desk.get(path("catering", conference));
    assertThat(answer.headers().map()).doesNotContainKey("authorization");
    assertThat(answer.headers().map().toString()).doesNotContain("eyJ");
    var heard = CATERING.heard().getLast();
    assertThat(heard.header("Cookie")).isEmpty();
  }

  @Test
  void what_a_caller_says_about_itself_is_taken_off() throws Exception {
    desk.get(
        path("catering", conference),
        "Authorization",
        "Bearer forged",
        "Huiwu-Actor",
        "somebody-else",
        "Huiwu-Anything",
        "x",
        "Huiwu-Role",
        "catering",
        "Huiwu-Reason",
        "%E6%94%B9",
        "X-Forwarded-For",
        "203.0.113.9",
        "X-Forwarded-Host",
        "elsewhere",
        "Forwarded",
        "for=203.0.113.9");
    var heard = CATERING.heard().getLast();
    assertThat(read(heard.header("Authorization")).getSubject()).isEqualTo(account);
    for (var gone : List.of("Huiwu-actor", "Huiwu-anything")) {
      assertThat(heard.header(gone)).as(gone).isEmpty();
    }
    assertThat(heard.headers().toString()).doesNotContain("203.0.113.9", "elsewhere");
    assertThat(heard.header("Huiwu-role")).isEqualTo("catering");
    assertThat(heard.header("Huiwu-reason")).isEqualTo("%E6%94%B9");
  }

  @Test
  void nobody_gets_through_without_signing_in() throws Exception {
    try (var nobody = door()) {
      var refused = nobody.get(path("catering", conference), "Authorization", "Bearer forged");
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(CATERING.heard()).isEmpty();
    }
    assertThat(
            rows.queryForList(
                "select outcome from audit_entry where path = ? order by n desc limit 1",
                String.class,
                path("catering", conference)))
        .containsExactly("sign-in-required");
  }

  @Test
  void a_service_gets_a_token_of_its_own_for_asking_another() throws Exception {
    var secret = Files.readString(FOLDER.resolve("secrets/service-notification")).strip();
    var answer = ask("notification", secret, "catering");
    assertThat(answer.path("error").asString("")).isEmpty();
    assertThat(answer.path("expires_in").asLong()).isLessThanOrEqualTo(300);
    var token = read("Bearer " + answer.path("access_token").asString());
    assertThat(token.getAudience()).containsExactly("catering");
    assertThat(token.getSubject()).isEqualTo("notification");
    assertThat(token.getClaimAsStringList("platform_roles")).containsExactly("service");
    assertThat(ask("notification", "guessed", "catering").path("error").asString())
        .isEqualTo("invalid_client");
    assertThat(ask("notification", secret, "the-moon").path("error").asString())
        .isEqualTo("invalid_scope");
    assertThat(ask("catering", secret, "venue").path("error").asString())
        .isEqualTo("invalid_client");
  }

  private JsonNode ask(String service, String secret, String scope) throws Exception {
    try (var caller = door()) {
      var basic =
          Base64.getEncoder()
              .encodeToString((service + ":" + secret).getBytes(StandardCharsets.UTF_8));
      var answer =
          caller.send(
              "POST",
              "/oauth2/token",
              "grant_type=client_credentials&scope=" + scope,
              "Content-Type",
              "application/x-www-form-urlencoded",
              "Authorization",
              "Basic " + basic);
      assertThat(answer.body()).as("status " + answer.statusCode()).isNotEmpty();
      return new JsonMapper().readTree(answer.body());
    }
  }

  @Test
  void the_issuer_describes_itself_and_keeps_its_private_key() throws Exception {
    try (var anybody = door()) {
      var about = anybody.get("/.well-known/openid-configuration");
      assertThat(about.statusCode()).isEqualTo(200);
      assertThat(about.body()).contains("\"issuer\":\"http://127.0.0.1:8080\"", "/oauth2/jwks");
      var key = new JsonMapper().readTree(anybody.get("/oauth2/jwks").body()).path("keys").path(0);
      assertThat(Set.copyOf(key.propertyNames()))
          .contains("n", "e", "kid")
          .doesNotContain("d", "p", "q", "dp", "dq", "qi");
    }
  }
}
