package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.test.context.TestPropertySource;

/// Where no proxy is trusted; on Kubernetes, where Boot would by itself believe whoever comes from
/// a private network.
@TestPropertySource(
    properties = {
      "spring.main.cloud-platform=kubernetes",
      "huiwu.gateway.limits.per-second=1",
      "huiwu.gateway.limits.burst=25",
    })
@TestMethodOrder(OrderAnnotation.class)
class NoProxiesTest extends OpenGateway {

  @Test
  void nobody_is_believed_about_where_they_come_from() throws Exception {
    var path = "/api/catering/" + UUID.randomUUID();
    try (var nobody = door()) {
      for (var header : List.of("X-Forwarded-For", "X-Real-IP", "Forwarded", "Client-IP")) {
        nobody.get(path, header, header.equals("Forwarded") ? "for=203.0.113.1" : "203.0.113.1");
      }
    }
    assertThat(
            rows.queryForList(
                "select distinct address from audit_entry where path = ?", String.class, path))
        .containsExactly("127.0.0.1");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void a_made_up_address_at_each_request_is_no_way_around_the_limit() throws Exception {
    try (var nobody = door()) {
      var status = 0;
      for (int i = 0; i < 60 && status != 429; i++) {
        status = nobody.get("/session", "X-Forwarded-For", "203.0.113." + i).statusCode();
      }
      assertThat(status).isEqualTo(429);
    }
  }

  @Test
  void what_a_caller_says_of_the_line_makes_no_cookie_secure_and_no_address_another()
      throws Exception {
    try (var nobody = door()) {
      var answer =
          nobody.get("/session", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "elsewhere");
      assertThat(answer.headers().allValues("Set-Cookie").toString())
          .contains("XSRF-TOKEN")
          .doesNotContain("Secure");
    }
  }
}
