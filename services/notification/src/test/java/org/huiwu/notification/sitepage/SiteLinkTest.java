package org.huiwu.notification.sitepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.huiwu.notification.stream.PageReader;
import org.junit.jupiter.api.Test;

/// Links, what they are exchanged for, and how both end.
class SiteLinkTest extends SiteConversation {

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
    a_conference_of_its_own(port);
    List<String> faces = new ArrayList<>();
    for (var secret :
        List.of(revoked, expired, guessed, "x", "", "a".repeat(43), "a".repeat(44), "链接", "<b>")) {
      faces.add(new Visitor(port).open(secret).face());
    }
    assertThat(faces.getFirst()).startsWith("404").contains("link-not-valid");
    assertThat(faces).allMatch(faces.getFirst()::equals);
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
