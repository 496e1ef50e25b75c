package org.huiwu.notification.sitepage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The answer to a paper's QR code.
class PaperTruthTest extends SiteConversation {
  @Autowired private PaperTokens tokens;

  private String token(String manifest, long version) {
    var uri = tokens.link(conference, manifest, version);
    assertThat(uri.getPath()).isEqualTo("/p");
    return uri.getFragment();
  }

  private Visitor.Answer ask(Visitor visitor, String token) {
    return visitor.post("/site/paper-truth", "{\"token\":\"%s\"}".formatted(token));
  }

  @Test
  void a_paper_is_true_until_a_newer_version_comes_and_then_it_is_told_how_much_has_changed() {
    live();
    var paper = token("site:S1", 1);
    var nobody = new Visitor(port);
    var fresh = ask(nobody, paper);
    assertThat(fresh.status()).as(fresh.text()).isEqualTo(200);
    assertThat(fresh.body().path("stillTrue").asBoolean()).isTrue();
    revises(
        site.line("p3", "name", "张文怡"),
        site.struck("p2"),
        site.line("p1", "name", "陈静静"),
        site.header("arrives", "2030-06-09T17:00"));
    var stale = ask(nobody, paper).body();
    assertThat(stale.path("stillTrue").asBoolean()).isFalse();
    assertThat(stale.path("version").asLong()).isEqualTo(1);
    assertThat(stale.path("current").asLong()).isEqualTo(2);
    assertThat(stale.path("added").asInt()).isEqualTo(1);
    assertThat(stale.path("struckOut").asInt()).isEqualTo(1);
    assertThat(stale.path("changed").asInt()).isEqualTo(1);
    assertThat(stale.path("header").path(0).asString()).isEqualTo("arrives");
    assertThat(ask(nobody, token("site:S1", 2)).body().path("stillTrue").asBoolean()).isTrue();
  }

  @Test
  void what_has_changed_is_told_only_to_who_receives_the_list() {
    live();
    var paper = token("site:S1", 1);
    revises(site.line("p3", "name", "张文怡"));
    assertThat(ask(new Visitor(port), paper).text()).doesNotContain("张文怡");
    assertThat(ask(opened("U2"), paper).text()).doesNotContain("张文怡");
    assertThat(ask(opened("U1"), paper).text()).contains("张文怡");
  }

  @Test
  void a_version_that_came_back_to_what_it_was_leaves_the_paper_true() {
    live();
    var paper = token("site:S1", 1);
    revises(site.line("p3", "name", "张文怡"));
    revises(site.struck("p3"));
    var answer = ask(new Visitor(port), paper).body();
    assertThat(answer.path("current").asLong()).isEqualTo(3);
    assertThat(answer.path("stillTrue").asBoolean()).isTrue();
  }

  @Test
  void whoever_asks_however_often_leaves_nothing_in_the_audit_trail() {
    live();
    var before = trail();
    ask(new Visitor(port), token("site:S1", 1));
    ask(new Visitor(port), "x");
    assertThat(trail()).isEqualTo(before);
  }

  private long trail() {
    var rows =
        jdbc.queryForObject(
            "select count(*) from audit_entry where path = '/site/paper-truth'", Long.class);
    return rows == null ? -1 : rows;
  }

  @Test
  void a_code_that_was_not_printed_here_is_not_known() {
    live();
    var paper = token("site:S1", 1);
    var swapped = (paper.startsWith("A") ? "B" : "A") + paper.substring(1);
    var changed = paper.substring(0, paper.length() - 1) + (paper.endsWith("Q") ? "w" : "Q");
    var nobody = new Visitor(port);
    for (var token : new String[] {swapped, changed, "x", "", "%%%", "a".repeat(400)}) {
      assertThat(ask(nobody, token).code()).as(token).isEqualTo("paper-unknown");
    }
    assertThat(ask(nobody, token("site:S1", 9)).code()).isEqualTo("paper-unknown");
  }

  @Test
  void a_code_fits_a_small_square() {
    assertThat(tokens.link(conference, "site:S1", 12).toString()).hasSizeLessThan(100);
  }
}
