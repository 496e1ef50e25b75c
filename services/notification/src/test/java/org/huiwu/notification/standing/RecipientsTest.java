package org.huiwu.notification.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Who begins to receive a list while the conference is live, and who does no more.
class RecipientsTest extends RippleConversation {
  private static final String SITE = "site:S1";

  private final Owner site = new Owner(SITE);
  private LiveConference live = new LiveConference(conference, desk, this::say);

  @BeforeEach
  void a_site() {
    live = new LiveConference(conference, desk, this::say).facts();
  }

  private UUID named(String contact) {
    live.stop("S1", contact, "2026-06-10T09:00");
    return live.revises(site.header("name", "青秀山"));
  }

  private List<String> recipients() {
    return new ArrayList<>(
        desk.get("/standings?manifest=" + SITE).body().findValuesAsString("contact"));
  }

  private JsonNode open(String key) {
    return desk.get("/duty/open")
        .body()
        .path("items")
        .valueStream()
        .filter(i -> i.path("key").asString().equals(key))
        .findFirst()
        .orElseGet(() -> desk.get("/duty/open").body().path("no-such-item"));
  }

  private long letters(String contact) {
    var count =
        jdbc.queryForObject(
            "select count(*) from letter where conference = ? and contact = ? and purpose in ('first', 'revision')",
            Long.class,
            conference,
            contact);
    return count == null ? 0 : count;
  }

  private void due(String due) {
    jdbc.update(
        "update manifest_fact set due = ?::timestamp where conference = ?", due, conference);
  }

  @Test
  void whom_the_owner_had_named_before_they_were_a_contact_is_told_once_they_are() {
    named("SITE-S1");
    live.goesLive();
    assertThat(recipients()).isEmpty();
    live.contact("OTHER", "site");
    assertThat(recipients()).isEmpty();
    live.contact("SITE-S1", "site");
    assertThat(recipients()).containsExactly("SITE-S1");
    assertThat(letters("SITE-S1")).isEqualTo(1);
    assertThat(desk.get("/standings?contact=SITE-S1").body().path(0).path("nextStepAt").isNull())
        .isFalse();
  }

  @Test
  void in_planning_a_new_contact_is_told_nothing() {
    named("SITE-S1");
    live.contact("SITE-S1", "site");
    assertThat(recipients()).isEmpty();
    assertThat(letters("SITE-S1")).isZero();
  }

  @Test
  void a_list_whose_owner_names_nobody_that_there_is_is_an_open_matter_once_live() {
    named("SITE-1");
    due("2099-06-10T09:00");
    assertThat(open("recipient:" + SITE).isMissingNode()).as("in planning").isTrue();
    live.goesLive();
    var matter = open("recipient:" + SITE);
    assertThat(matter.path("code").asString()).isEqualTo("recipient-unknown");
    assertThat(matter.path("text").asString()).contains(SITE, "SITE-1");
    var link = URLDecoder.decode(matter.path("link").asString(), StandardCharsets.UTF_8);
    assertThat(desk.get(link.substring(("/conferences/" + conference).length())).body()).isEmpty();
    live.contact("SITE-1", "site");
    assertThat(open("recipient:" + SITE).isMissingNode()).isTrue();
  }

  @Test
  void a_list_that_nobody_receives_is_an_open_matter_until_a_desk_names_somebody() {
    named("");
    due("2099-06-10T09:00");
    live.goesLive();
    assertThat(open("recipient:" + SITE).path("code").asString()).isEqualTo("recipient-none");
    live.contact("U", "site");
    rule(SITE, "U", "add");
    assertThat(open("recipient:" + SITE).isMissingNode()).isTrue();
  }

  @Test
  void nobody_needs_to_receive_what_is_long_over() {
    named("");
    due("2020-06-10T09:00");
    live.goesLive();
    assertThat(open("recipient:" + SITE).isMissingNode()).isTrue();
  }

  private void rule(String pattern, String contact, String effect) {
    var answer =
        desk.create(
            "/audience-rules",
            "{\"pattern\": \"%s\", \"contact\": \"%s\", \"effect\": \"%s\"}"
                .formatted(pattern, contact, effect));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
  }

  @Test
  void whom_a_desk_removes_owes_nothing_and_the_shift_log_and_the_stream_say_so() {
    live.contact("SITE-S1", "site");
    var change = named("SITE-S1");
    live.goesLive();
    rule(SITE, "SITE-S1", "remove");
    assertThat(recipients()).isEmpty();
    var log = desk.getIn("en", "/duty/log").body();
    assertThat(log.findValuesAsString("code"))
        .containsExactly("went-live", "audience-ruled", "debts-released");
    assertThat(log.findValuesAsString("text").get(1)).contains("secretary", SITE, "remove");
    assertThat(log.findValuesAsString("text").get(2)).contains("SITE-S1", SITE);
    assertThat(events("case-closed", change)).as("nobody is waited for any more").isEqualTo(1);
    assertThat(events("recipients-changed", "SITE-S1")).isEqualTo(1);
  }

  @Test
  void who_had_acknowledged_and_is_removed_had_no_debt_and_closes_no_case() {
    live.contact("SITE-S1", "site");
    var change = named("SITE-S1");
    live.goesLive();
    live.acknowledges("SITE-S1", SITE, 1);
    rule(SITE, "SITE-S1", "remove");
    assertThat(events("case-closed", change)).as("by the acknowledgement").isEqualTo(1);
    assertThat(desk.get("/duty/log").body().findValuesAsString("code"))
        .doesNotContain("debts-released");
  }

  private long events(String type, String about) {
    var count =
        jdbc.queryForObject(
            "select count(*) from stream_event where conference = ? and type = ? and strpos(data, ?) > 0",
            Long.class,
            conference,
            type,
            about);
    return count == null ? 0 : count;
  }
}
