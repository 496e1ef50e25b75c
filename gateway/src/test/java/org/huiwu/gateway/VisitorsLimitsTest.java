package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What strangers are refused at the public door, and how little of it is kept.
class VisitorsLimitsTest extends VisitorsDoor {

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Sec-Fetch-Site, none",
    "Origin, https://elsewhere.example",
    "Origin, null",
  })
  void what_changes_something_comes_from_the_doors_own_page_only(String header, String value)
      throws Exception {
    try (var visitor = door()) {
      var refused = post(visitor, "/site/manifests/site:S1/acknowledgements", "{}", header, value);
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("\"code\":\"not-from-the-page\"");
      assertThat(NOTIFICATION.heard()).isEmpty();
    }
  }

  @Test
  void of_many_refusals_from_one_address_the_first_is_written_down() throws Exception {
    try (var visitor = door()) {
      for (int i = 0; i < 5; i++) {
        var refused =
            post(
                visitor,
                "/site/paper-truth",
                "{}",
                "Sec-Fetch-Site",
                "cross-site",
                "X-Forwarded-For",
                "203.0.113.77");
        assertThat(refused.statusCode()).isEqualTo(403);
      }
      assertThat(
              rows.queryForObject(
                  "select count(*) from audit_entry where address = '203.0.113.77'", Long.class))
          .isEqualTo(1);
    }
  }

  private long written(String outcome) {
    var found =
        rows.queryForObject(
            "select count(*) from audit_entry where outcome = ?", Long.class, outcome);
    return found == null ? 0 : found;
  }

  @Test
  void the_doors_own_page_is_known_by_the_name_that_the_browser_has_for_it() throws Exception {
    try (var visitor = door()) {
      var answer =
          post(
              visitor,
              "/site/manifests/site:S1/acknowledgements",
              "{}",
              "Sec-Fetch-Site",
              "same-origin",
              "Origin",
              "http://127.0.0.1:" + port);
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_form_of_another_site_cannot_send_what_passes() throws Exception {
    try (var visitor = door()) {
      for (var type :
          List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
        var refused =
            visitor.send(
                "POST", "/site/session", LINK, "Content-Type", type, "X-Huiwu-Site", "open");
        assertThat(refused.statusCode()).as(type).isEqualTo(415);
      }
      var plain = visitor.send("POST", "/site/session", LINK, "Content-Type", "application/json");
      assertThat(plain.statusCode()).as("without the page's own header").isEqualTo(403);
      var disguised =
          visitor.send("POST", "/%73ite/session", LINK, "Content-Type", "application/json");
      assertThat(disguised.statusCode()).as("whatever the path looks like").isEqualTo(403);
      assertThat(NOTIFICATION.heard()).isEmpty();
      assertThat(
              visitor
                  .send(
                      "POST",
                      "/providers/sms/status",
                      "id=1",
                      "Content-Type",
                      "application/x-www-form-urlencoded")
                  .statusCode())
          .as("a provider is known by its signature")
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/site/session",
        "/site/pin/verification",
        "/site/me/session",
        "/site/me/pin/verification",
        "/site/paper-truth"
      })
  void who_tries_too_many_links_or_codes_waits_and_who_opens_good_ones_does_not(String path)
      throws Exception {
    try (var visitor = door()) {
      for (int i = 0; i < 6; i++) {
        assertThat(post(visitor, path, LINK).statusCode()).as("a good one").isEqualTo(200);
      }
      NOTIFICATION.answers(404, Map.of("Content-Type", "application/problem+json"), "{}");
      for (int i = 0; i < 3; i++) {
        assertThat(post(visitor, path, LINK).statusCode()).isEqualTo(404);
      }
      NOTIFICATION.answers(200, Map.of(), "{}");
      var refused = post(visitor, path, LINK);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.body()).contains("\"code\":\"too-many-openings\"");
      assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
          .isBetween(200L, 300L);
      assertThat(NOTIFICATION.heard()).isEmpty();
      post(visitor, path, LINK);
      assertThat(written("too-many-openings")).as("one row for all of them").isLessThan(2);
      assertThat(post(visitor, path, LINK, "X-Forwarded-For", "203.0.113.7").statusCode())
          .as("another address")
          .isEqualTo(200);
      assertThat(visitor.get("/site/me").statusCode()).as("who is in stays in").isEqualTo(200);
    }
  }

  @Test
  void a_service_that_is_down_is_no_bad_link() throws Exception {
    NOTIFICATION.answers(500, Map.of(), "");
    try (var visitor = door()) {
      for (int i = 0; i < 4; i++) {
        assertThat(post(visitor, "/site/session", LINK).statusCode()).isEqualTo(500);
      }
    }
  }
}
