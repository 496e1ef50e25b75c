package org.huiwu.notification.golive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Planned without telling anybody; then an act that shows who will be told what, and tells them.
class GoLiveTest extends RippleConversation {
  private final Owner site = new Owner("site:S1");

  @BeforeEach
  void a_site_a_hotel_and_a_session_that_are_planned() {
    var live = new LiveConference(conference, desk, this::say).facts();
    live.contact("SITE", "site");
    live.contact("HOTEL", "hotel", "\"page\"");
    live.stop("S1", "SITE", "2026-06-10T09:00");
    live.hotel("H1", "HOTEL");
    live.revises(
        site.header("name", "青秀山"),
        new Owner("rooming:H1").header("name", "宾馆"),
        new Owner("session:A").header("name", "开幕"));
    live.revises(site.line("p", "name", "张三"));
  }

  /// One that fails is soon followed by another, by the next channel.
  private List<String> firstLetters() {
    return jdbc.queryForList(
        "select contact || '/' || channel from letter where conference = ? and purpose = 'first' order by 1",
        String.class,
        conference);
  }

  private long rows(String table) {
    var count =
        jdbc.queryForObject(
            "select count(*) from " + table + " where conference = ?", Long.class, conference);
    return count == null ? 0 : count;
  }

  @Test
  void in_planning_nobody_is_told_and_it_is_shown_who_would_be() {
    assertThat(rows("standing")).isZero();
    assertThat(rows("letter")).isZero();
    assertThat(desk.get("/phase").body().path("live").asBoolean()).isFalse();
    var first = desk.get("/first-versions").body();
    assertThat(first.path("recipients").findValuesAsString("contact"))
        .containsExactly("HOTEL", "SITE");
    var told = first.path("recipients").path(1).path("manifests");
    assertThat(told.path(0).path("manifest").asString()).isEqualTo("site:S1");
    assertThat(told.path(0).path("version").asLong()).as("the newest only").isEqualTo(2);
    assertThat(first.path("recipients").path(1).path("channel").asString()).isEqualTo("sms");
    assertThat(first.path("nobody").toString()).isEqualTo("[\"session:A\"]");
    assertThat(first.path("unreachable").toString()).isEqualTo("[\"HOTEL\"]");
    assertThat(rows("standing")).as("to look tells nobody").isZero();
  }

  @Test
  void what_was_shown_is_what_is_told_once() {
    assertThat(desk.create("/live", "").status()).isEqualTo(200);
    var standings = desk.get("/standings").body();
    assertThat(standings.findValuesAsString("manifest")).containsExactly("rooming:H1", "site:S1");
    assertThat(standings.path(1).path("told").asLong()).isEqualTo(2);
    assertThat(firstLetters())
        .as("who has the page only is told there")
        .containsExactly("SITE/sms");
    assertThat(desk.get("/phase").body().path("liveBy").asString()).isEqualTo("secretary");
    assertThat(desk.create("/live", "").code()).isEqualTo("already-live");
    assertThat(firstLetters()).hasSize(1);
  }
}
