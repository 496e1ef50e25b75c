package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.test.context.TestPropertySource;

/// Behind two proxies of one's own: one on this machine, others in a network.
@TestPropertySource(
    properties = {
      "huiwu.gateway.trusted-proxies=127.0.0.1, 10.9.0.0/16, 2001:db8::/32",
      "huiwu.gateway.limits.per-second=1",
      "huiwu.gateway.limits.burst=25",
    })
class ProxiesTest extends OpenGateway {
  private static final String FORWARDED = "X-Forwarded-For";

  @BeforeEach
  void catering_answers() {
    CATERING.answers(200, Map.of(), "");
  }

  /// The address that the audit trail has for a refused request with these headers.
  private String seen(String... headers) throws Exception {
    var path = "/api/catering/" + UUID.randomUUID();
    try (var nobody = door()) {
      assertThat(nobody.get(path, headers).statusCode()).isEqualTo(401);
    }
    return rows.queryForList("select address from audit_entry where path = ?", String.class, path)
        .getFirst();
  }

  @Test
  void what_the_own_proxy_saw_counts_and_what_the_caller_made_up_does_not() throws Exception {
    assertThat(seen(FORWARDED, "203.0.113.7")).isEqualTo("203.0.113.7");
    assertThat(seen(FORWARDED, "198.51.100.1, 203.0.113.8")).isEqualTo("203.0.113.8");
    assertThat(seen(FORWARDED, "2001:DB9::7")).isEqualTo("2001:DB9::7");
    assertThat(seen()).isEqualTo("127.0.0.1");
  }

  @Test
  void a_line_that_the_proxy_adds_counts_and_not_the_callers_own_line_before_it() throws Exception {
    assertThat(seen(FORWARDED, "198.51.100.1", FORWARDED, "203.0.113.9")).isEqualTo("203.0.113.9");
  }

  @Test
  void behind_several_own_proxies_the_last_that_is_none_of_them_counts() throws Exception {
    assertThat(seen(FORWARDED, "198.51.100.1, 203.0.113.10, 10.9.3.4")).isEqualTo("203.0.113.10");
    assertThat(seen(FORWARDED, "203.0.113.11, 2001:db8::1, 10.9.0.1")).isEqualTo("203.0.113.11");
    assertThat(seen(FORWARDED, "198.51.100.1, 10.8.0.1")).isEqualTo("10.8.0.1");
    assertThat(seen(FORWARDED, "10.9.0.2")).isEqualTo("10.9.0.2");
  }

  @Test
  void what_is_no_address_is_not_taken_for_one() throws Exception {
    for (var odd :
        new String[] {
          "unknown", "a", "203.0.113.7:1234", "", ",", "203.0.113.1,", "x".repeat(99)
        }) {
      assertThat(seen(FORWARDED, odd)).as(odd).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void the_limit_is_each_callers_own() throws Exception {
    try (var nobody = door()) {
      var status = 0;
      for (int i = 0; i < 60 && status != 429; i++) {
        status = nobody.get("/session", FORWARDED, "203.0.113.50").statusCode();
      }
      assertThat(status).isEqualTo(429);
      assertThat(nobody.get("/session", FORWARDED, "198.51.100.9, 203.0.113.50").statusCode())
          .as("what the caller says before it does not help")
          .isEqualTo(429);
      assertThat(nobody.get("/session", FORWARDED, "203.0.113.51").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void the_services_are_told_the_callers_address_and_nothing_of_the_headers() throws Exception {
    try (var administrator = administrator();
        var desk =
            door()
                .signedIn(
                    somebody(administrator, UUID.randomUUID().toString(), "catering"), PASSWORD)) {
      desk.get("/api/catering/x", FORWARDED, "198.51.100.1, 203.0.113.60");
      var heard = CATERING.heard().getLast();
      var token =
          NimbusJwtDecoder.withJwkSetUri("http://127.0.0.1:" + port + "/oauth2/jwks")
              .build()
              .decode(heard.header("Authorization").substring("Bearer ".length()));
      assertThat(token.getClaimAsString("from")).isEqualTo("203.0.113.60");
      assertThat(heard.headers().toString()).doesNotContain("198.51.100.1");
    }
  }
}
