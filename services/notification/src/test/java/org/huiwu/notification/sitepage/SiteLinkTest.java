package org.huiwu.notification.sitepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.huiwu.notification.personal.PersonalLinks;
import org.huiwu.notification.sitelink.SiteLinks;
import org.huiwu.notification.sitelink.SpentLinks;
import org.huiwu.notification.stream.PageReader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Links, what they are exchanged for, and how both end.
class SiteLinkTest extends SiteConversation {
  @Autowired private PersonalLinks badges;
  @Autowired private SiteLinks links;
  @Autowired private SpentLinks spent;
  @Autowired private PlatformTransactionManager transactions;

  @Test
  void a_link_has_256_random_bits_in_its_fragment_and_only_their_hash_is_kept() {
    var link = link("U1");
    assertThat(link.getPath()).isEqualTo("/s");
    assertThat(link.getQuery()).isNull();
    assertThat(Base64.getUrlDecoder().decode(link.getFragment())).hasSize(32);
    assertThat(link("U1")).as("a fresh one each time").isNotEqualTo(link);
    assertThat(everythingStored()).doesNotContain(link.getFragment());
  }

  @Test
  void it_is_exchanged_for_a_cookie_of_its_own_that_no_script_and_no_other_site_has() {
    var link = link("U1");
    var visitor = new Visitor(port);
    var answer = visitor.open(link);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("recipient").asString()).isEqualTo("百色污水处理厂");
    var cookie = answer.headers().getOrDefault("set-cookie", List.of()).getFirst();
    assertThat(cookie).contains("Path=/site;", "HttpOnly", "SameSite=Strict", "Max-Age=");
    assertThat(visitor.cookie()).hasSize(43).isNotEqualTo(link.getFragment());
    assertThat(everythingStored()).doesNotContain(visitor.cookie());
    assertThat(visitor.get("/site/me").status()).isEqualTo(200);
    var second = new Visitor(port);
    second.open(link);
    assertThat(second.cookie()).as("each browser has its own").isNotEqualTo(visitor.cookie());
  }

  @Test
  void the_same_link_opened_again_in_one_browser_is_one_session() {
    var link = link("U1");
    var visitor = new Visitor(port);
    visitor.open(link);
    var cookie = visitor.cookie();
    assertThat(visitor.open(link).status()).isEqualTo(200);
    assertThat(visitor.cookie()).isEqualTo(cookie);
    visitor.open(link("U1"));
    assertThat(visitor.cookie()).as("another link's").isNotEqualTo(cookie);
  }

  @Test
  void the_links_secret_is_no_cookie_and_the_cookie_no_link() {
    var link = link("U1");
    var visitor = new Visitor(port);
    visitor.bears(link.getFragment());
    assertThat(visitor.get("/site/me").code()).isEqualTo("link-not-valid");
    var good = opened("U1");
    assertThat(new Visitor(port).open(good.cookie()).code()).isEqualTo("link-not-valid");
  }

  @Test
  void an_expired_revoked_foreign_guessed_or_malformed_link_gets_the_very_same_answer() {
    var revoked = link("U2").getFragment();
    desk.create("/contacts/U2/revocations", "");
    var expired = link("U1").getFragment();
    jdbc.update(
        "update site_link set expires_at = now() - interval '1 second' where conference = ?",
        conference);
    var guessed = link("U1").getFragment().replaceAll(".$", "_");
    var badge = badges.issue(conference, "p1").getFragment();
    var home = conference;
    a_conference_of_its_own(port);
    a_conference_with_two_sites();
    var foreign = link("U1").getFragment();
    desk.create("/contacts/U1/revocations", "");
    assertThat(conference).isNotEqualTo(home);
    List<String> faces = new ArrayList<>();
    for (var secret :
        List.of(
            revoked,
            expired,
            guessed,
            foreign,
            badge,
            "x",
            "",
            "a".repeat(43),
            "a".repeat(44),
            "链接",
            "<b>")) {
      faces.add(new Visitor(port).open(secret).face());
    }
    assertThat(faces.getFirst()).startsWith("404").contains("link-not-valid");
    assertThat(faces).allMatch(faces.getFirst()::equals);
  }

  @Test
  void another_conferences_link_opens_that_conference_and_nothing_of_this_one() {
    live();
    a_conference_of_its_own(port);
    a_conference_with_two_sites();
    var foreigner = opened("U1");
    assertThat(foreigner.get("/site/me").body().path("manifests").isEmpty()).isTrue();
    assertThat(foreigner.get("/site/manifests/site:S1").code()).isEqualTo("manifest-unknown");
  }

  @Test
  void a_session_that_came_of_a_link_while_it_was_revoked_is_no_good() {
    live();
    var page = opened("U1");
    jdbc.update("update site_link set revoked_at = now() where conference = ?", conference);
    assertThat(page.get("/site/me").code()).isEqualTo("link-not-valid");
    try (var stream = page.follow("")) {
      await().until(() -> stream.status() == 404);
    }
  }

  @Test
  void a_revocation_while_a_page_connects_is_not_missed() throws Exception {
    live();
    var page = opened("U1");
    try (var stream = revokedWhileItConnects(page)) {
      await().until(() -> stream.status() != 0);
      assertThat(stream.status() == 404 || stream.ends()).isTrue();
    }
  }

  /// Whoever asks for the newest event waits until the revocation is there.
  private PageReader revokedWhileItConnects(Visitor page) {
    return Objects.requireNonNull(
        new TransactionTemplate(transactions)
            .execute(_ -> {
              jdbc.execute("lock table stream_event in access exclusive mode");
              var stream = page.follow("");
              await().until(this::somebodyAsksForTheNewestEvent);
              links.revoke(conference, "U1");
              return stream;
            }));
  }

  private boolean somebodyAsksForTheNewestEvent() {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (select 1 from pg_stat_activity
              where wait_event_type = 'Lock' and query like 'select coalesce(max(n), 0) from stream_event%')\
            """,
            Boolean.class));
  }

  @Test
  void a_contacts_new_number_ends_the_links_and_devices_of_the_old_one() {
    live();
    var link = link("U1");
    var page = verified("U1");
    changed(1, contact("U1", "百色厂接待组", "138-7710-0067", "zh"));
    assertThat(page.get("/site/me").status()).as("the same number").isEqualTo(200);
    changed(2, contact("U1", "百色厂接待组", "13877100099", "zh"));
    assertThat(page.get("/site/me").code()).isEqualTo("link-not-valid");
    assertThat(new Visitor(port).open(link).code()).isEqualTo("link-not-valid");
    page.open(link("U1"));
    assertThat(page.get("/site/me").body().path("known").asBoolean()).isFalse();
    assertThat(
            jdbc.queryForObject(
                "select count(*) from site_device where conference = ?", Long.class, conference))
        .isZero();
  }

  private void changed(long version, String contact) {
    var answer =
        desk.send(org.springframework.http.HttpMethod.PUT, "/contacts/U1", version, contact);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  @Test
  void what_has_ended_a_week_ago_is_cleared_away_and_what_is_good_stays() {
    live();
    verified("U1");
    var good = verified("U2");
    jdbc.update(
        "update site_link set expires_at = now() - interval '8 days', issued_at = now() - interval '9 days' where conference = ? and contact = 'U1'",
        conference);
    jdbc.update(
        "update site_device set verified_at = now() - interval '9 days' where conference = ?",
        conference);
    spent.tidy();
    for (var table : List.of("site_link", "site_session", "site_device")) {
      assertThat(
              jdbc.queryForList(
                  "select distinct contact from " + table + " where conference = ?",
                  String.class,
                  conference))
          .as(table)
          .containsExactly("U2");
    }
    assertThat(good.get("/site/me").body().path("known").asBoolean()).isTrue();
  }

  @Test
  void in_a_rehearsal_it_is_the_rehearsals_clock_by_which_a_link_has_ended() {
    setClock("2026-06-09T08:00");
    var page = opened("U1");
    jdbc.update(
        "update site_link set expires_at = '2026-06-13T00:00Z', issued_at = now() - interval '9 days' where conference = ?",
        conference);
    spent.tidy();
    assertThat(page.get("/site/me").status()).isEqualTo(200);
    setClock("2026-06-14T08:00");
    spent.tidy();
    assertThat(page.get("/site/me").code()).isEqualTo("link-not-valid");
  }

  @Test
  void an_expired_revoked_or_guessed_cookie_gets_the_very_same_answer_at_every_door() {
    live();
    var revoked = opened("U2");
    desk.create("/contacts/U2/revocations", "");
    var expired = opened("U1");
    jdbc.update(
        "update site_session set expires_at = now() - interval '1 second' where conference = ? and contact = 'U1'",
        conference);
    var none = new Visitor(port);
    var guessed = new Visitor(port);
    guessed.bears("a".repeat(43));
    for (var path : List.of("/site/me", "/site/manifests/site:S1", "/site/manifests/site:NONE")) {
      var faces = List.of(revoked, expired, none, guessed).stream().map(v -> v.get(path).face());
      assertThat(faces.distinct()).singleElement().asString().contains("link-not-valid");
    }
    for (var path :
        List.of(
            "/site/manifests/site:S1/acknowledgements", "/site/pin", "/site/pin/verification")) {
      var asked = path.endsWith("verification") ? pin("000000") : "{\"version\":1,\"name\":\"x\"}";
      var faces =
          List.of(revoked, expired, none, guessed).stream().map(v -> v.post(path, asked).face());
      assertThat(faces.distinct()).as(path).singleElement().asString().contains("link-not-valid");
    }
  }

  @Test
  void links_end_two_days_after_the_conference() {
    assertThat(opened("U1").get("/site/me").body().path("expires").asString())
        .isEqualTo("2030-06-13T10:00:00Z");
  }

  @Test
  void a_rehearsals_links_end_by_the_rehearsals_clock() {
    var before = opened("U1");
    var link = link("U1");
    setClock("2030-06-13T17:59");
    assertThat(before.get("/site/me").status()).isEqualTo(200);
    setClock("2030-06-13T18:01");
    assertThat(before.get("/site/me").code()).isEqualTo("link-not-valid");
    assertThat(new Visitor(port).open(link).code()).isEqualTo("link-not-valid");
  }

  private void setClock(String local) {
    jdbc.update(
        """
        insert into conference_phase (conference, clock_real, clock_conference)
        values (?, now(), ?::timestamp at time zone 'Asia/Shanghai')
        on conflict (conference) do update set clock_real = now(), clock_conference = excluded.clock_conference\
        """,
        conference,
        local);
  }

  @Test
  void revoking_ends_all_links_sessions_devices_and_open_streams_of_one_recipient_at_once()
      throws Exception {
    live();
    var link = link("U1");
    var page = verified("U1");
    var neighbour = opened("U2");
    try (PageReader stream = page.follow("").welcomed();
        PageReader neighbours = neighbour.follow("").welcomed()) {
      var answer = desk.create("/contacts/U1/revocations", "");
      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.body().path("links").asInt()).isGreaterThanOrEqualTo(2);
      assertThat(stream.ends()).as("the open stream ends").isTrue();
      assertThat(stream.events()).last().isEqualTo("closed{}");
      assertThat(page.get("/site/me").code()).isEqualTo("link-not-valid");
      assertThat(new Visitor(port).open(link).code()).isEqualTo("link-not-valid");
      assertThat(neighbour.get("/site/me").status()).as("others stay in").isEqualTo(200);
      assertThat(neighbours.events()).containsExactly("following{}");
    }
    var again = opened("U1");
    assertThat(again.get("/site/me").body().path("known").asBoolean()).isFalse();
  }

  @Test
  void the_desk_is_told_of_an_unknown_contact() {
    assertThat(desk.create("/contacts/NONE/links", "").code()).isEqualTo("contact-unknown");
    assertThat(desk.create("/contacts/NONE/pins", "").code()).isEqualTo("contact-unknown");
    assertThat(desk.create("/contacts/NONE/revocations", "").code()).isEqualTo("contact-unknown");
  }

  @Test
  void a_letters_link_opens_the_page_of_its_recipient() {
    live();
    org.awaitility.Awaitility.await().until(() -> !desk.get("/sink").body().isEmpty());
    var text = desk.get("/sink").body().path(0).path("text").asString();
    var secret = text.replaceAll("(?s).*/s#([A-Za-z0-9_-]{43}).*", "$1");
    assertThat(secret).as("a link in the letter").hasSize(43);
    assertThat(new Visitor(port).open(secret).status()).isEqualTo(200);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from site_link where conference = ? and letter is not null",
                Long.class,
                conference))
        .isPositive();
  }

  /// Every text and every byte of this service's database.
  private String everythingStored() {
    var all = new StringBuilder();
    for (var table :
        jdbc.queryForList(
            "select table_name from information_schema.tables where table_schema = 'public'",
            String.class)) {
      all.append(jdbc.queryForList("select t::text from \"" + table + "\" t", String.class));
    }
    return all.toString();
  }
}
