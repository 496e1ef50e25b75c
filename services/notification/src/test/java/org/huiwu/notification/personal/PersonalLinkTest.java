package org.huiwu.notification.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.huiwu.platform.testsupport.access.TestIssuer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Links on badges, and what was opened with them (ADR 0030).
class PersonalLinkTest extends PersonalConversation {

  @Test
  void guessed_foreign_revoked_and_expired_links_get_the_same_answer() {
    var revoked = badge("p1");
    assertThat(desk.create("/people/p1/personal-link-revocations", "").body().path("links").asInt())
        .isEqualTo(1);
    var expired = badge("p1");
    jdbc.update(
        "update personal_link set expires_at = '2026-01-01' where conference = ? and revoked_at is null",
        conference);
    var guessed = new Browser(port).open("x".repeat(43));
    assertThat(guessed.status()).isEqualTo(404);
    assertThat(guessed.code()).isEqualTo("link-not-valid");
    assertThat(new Browser(port).open(revoked.getFragment()).face()).isEqualTo(guessed.face());
    assertThat(new Browser(port).open(expired.getFragment()).face()).isEqualTo(guessed.face());
    assertThat(new Browser(port).open("short").face()).isEqualTo(guessed.face());
    assertThat(new Browser(port).page().code()).isEqualTo("link-not-valid");
  }

  @Test
  void a_badge_of_a_conference_that_is_over_is_good_as_long_as_a_link_is_at_least() {
    clockAt("2026-07-01T12:00");
    assertThat(new Browser(port).open(badge("p1")).path("conference").isMissingNode()).isFalse();
    assertThat(
            jdbc.queryForObject(
                "select max(expires_at) from personal_link where conference = ?",
                java.time.OffsetDateTime.class,
                conference))
        .isAfterOrEqualTo(java.time.OffsetDateTime.parse("2026-07-03T04:00:00Z"));
  }

  @Test
  void a_session_that_came_of_a_badge_while_it_was_revoked_is_no_good() {
    var browser = confirmed();
    jdbc.update("update personal_link set revoked_at = now() where conference = ?", conference);
    assertThat(browser.page().code()).isEqualTo("link-not-valid");
  }

  @Test
  void a_badge_that_was_lost_is_revoked_and_what_was_opened_with_it_closes() {
    var browser = confirmed();
    desk.create("/people/p1/personal-link-revocations", "");
    assertThat(browser.page().code()).isEqualTo("link-not-valid");
    assertThat(new Browser(port).open(badge("p1")).path("buses")).isNotEmpty();
  }

  @Test
  void whoever_prints_again_sees_how_many_badges_are_good() {
    assertThat(desk.get("/people/p1/personal-links").body().path("links").asInt()).isZero();
    badge("p1");
    badge("p1");
    var standing = desk.get("/people/p1/personal-links").body();
    assertThat(standing.path("links").asInt()).isEqualTo(2);
    assertThat(standing.path("latest").isNull()).isFalse();
    desk.create("/people/p1/personal-link-revocations", "");
    var link = badge("p1");
    assertThat(desk.get("/people/p1/personal-links").body().path("links").asInt()).isEqualTo(1);
    assertThat(new Browser(port).open(link.getFragment()).status()).isEqualTo(200);
    assertThat(desk.get("/people/nobody/personal-links").code()).isEqualTo("delegate-unknown");
  }

  @Test
  void a_withdrawn_delegates_badge_opens_nothing_until_they_come_again() {
    var link = badge("p1");
    var browser = new Browser(port);
    browser.open(link);
    delegates.withdraws("p1");
    assertThat(browser.page().code()).isEqualTo("link-not-valid");
    assertThat(new Browser(port).open(link.getFragment()).status()).isEqualTo(404);
    assertThat(
            jdbc.queryForObject(
                "select phone from delegate where conference = ? and person = 'p1'",
                String.class,
                conference))
        .as("nor is the number kept")
        .isEmpty();
    delegates.person("p1", PHONE);
    assertThat(browser.page().status()).isEqualTo(200);
  }

  @Test
  void the_browser_forgets_when_it_was_not_ones_own() {
    var browser = confirmed();
    var borne = browser.cookie();
    assertThat(browser.post("end", "{}").status()).isEqualTo(204);
    browser.bears(borne);
    assertThat(browser.page().code()).isEqualTo("link-not-valid");
  }

  @Test
  void the_same_badge_read_again_is_the_same_session() {
    var browser = confirmed();
    var again = browser.open(badge("p1"));
    assertThat(again.path("own").isNull()).as("the code was shown in this browser").isFalse();
  }

  @Test
  void links_for_all_badges_come_line_by_line_each_opening_its_own() throws Exception {
    delegates.person("p2", "19900000056");
    delegates.person("p3", "GX", 3, "", true);
    delegates.person("gone", "GD", 3, "", false);
    assertThat(bulk(""))
        .extracting(l -> l.path("person").asString())
        .containsExactly("p1", "p2", "p3");
    var gx = bulk("?delegation=GX");
    assertThat(gx).hasSize(1);
    var page = new Browser(port).open(URI.create(gx.getFirst().path("link").asString()));
    assertThat(page.path("delegation").asString()).isEqualTo("GX");
    var kept =
        jdbc.queryForList(
            "select encode(secret, 'hex') || id::text from personal_link", String.class);
    assertThat(kept).hasSizeGreaterThanOrEqualTo(4).doesNotHaveDuplicates();
  }

  private List<JsonNode> bulk(String query) throws Exception {
    var issuer = TestIssuer.get();
    var request =
        java.net.http.HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + port
                        + "/conferences/"
                        + conference
                        + "/personal-links"
                        + query))
            .header(
                "Authorization",
                issuer.bearer(
                    issuer.claims("notification", "badges", List.of("registration"), conference)))
            .POST(java.net.http.HttpRequest.BodyPublishers.noBody())
            .build();
    var answer = new Browser(port).http().send(request, BodyHandlers.ofLines());
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    return answer
        .body()
        .map(line -> org.huiwu.platform.messaging.WireJson.mapper().readTree(line))
        .toList();
  }

  @Test
  void no_cookie_or_secret_is_kept_as_it_is() {
    var link = badge("p1");
    var browser = new Browser(port);
    browser.open(link);
    for (var table : List.of("personal_link", "personal_session", "audit_entry", "stream_event")) {
      var rows = jdbc.queryForList("select t::text from " + table + " t", String.class);
      assertThat(String.join("\n", rows))
          .as(table)
          .doesNotContain(link.getFragment(), browser.cookie());
    }
  }

  @Test
  void registration_issues_links_of_who_attends_only() {
    assertThat(desk.createWithoutKey("/people/nobody/personal-link", "").code())
        .isEqualTo("delegate-unknown");
  }
}
