package org.huiwu.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.huiwu.notification.channel.Outcome;
import org.huiwu.notification.channel.sms.DeliveryReports;
import org.huiwu.notification.channel.sms.Report;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who is told of what, once, and what becomes of it.
class LettersTest extends LetterConversation {
  @Autowired private LaterNews news;
  @Autowired private DeliveryReports reports;

  @Test
  void in_planning_nobody_is_told() {
    live.revises(site.line("p2", "bus", "B1"));
    assertThat(letters("SITE")).isEmpty();
    assertThat(desk.get("/standings").body()).isEmpty();
    var first = desk.get("/first-versions").body();
    assertThat(first.path("recipients").path(0).path("contact").asString()).isEqualTo("SITE");
    assertThat(first.path("recipients").path(0).path("channel").asString()).isEqualTo("sms");
    assertThat(first.path("recipients").path(0).path("manifests").path(0).path("version").asLong())
        .isEqualTo(2);
  }

  @Test
  void pages_are_told_that_something_became_of_letters() {
    live.goesLive();
    sent("SITE", 1);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(
                    jdbc.queryForList(
                        "select data from stream_event where conference = ? and type = 'letters-changed'",
                        String.class,
                        conference))
                .isNotEmpty()
                .containsOnly("{}"));
  }

  @Test
  void going_live_tells_everybody_the_first_version_and_is_done_once() {
    live.goesLive();
    assertThat(desk.create("/live", "").code()).isEqualTo("already-live");
    var letter = sent("SITE", 1).getFirst();
    assertThat(letter.path("purpose").asString()).isEqualTo("first");
    assertThat(letter.path("items").path(0).path("toVersion").asLong()).isEqualTo(1);
    assertThat(sink()).singleElement().asString().contains("S1").contains("第1版");
    assertThat(standing("SITE").path("told").asLong()).isEqualTo(1);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(standing("SITE").path("sent").asLong()).isEqualTo(1));
  }

  @Test
  void many_revisions_within_the_quiet_time_are_one_letter() {
    live.goesLive();
    sent("SITE", 1);
    clockRuns(30);
    for (int i = 2; i < 8; i++) {
      live.revises(site.line("p" + i, "bus", "B1"));
    }
    assertThat(standing("SITE").path("told").asLong()).isEqualTo(7);
    var letter = sent("SITE", 2).getLast();
    assertThat(letter.path("purpose").asString()).isEqualTo("revision");
    assertThat(letter.path("items").path(0).path("toVersion").asLong()).isEqualTo(7);
    assertThat(sink()).hasSize(2).last().asString().contains("第7版");
  }

  @Test
  void a_list_of_letters_goes_on_before_the_last_one_that_was_had() {
    live.contact("DUTY", "duty");
    desk.create(
        "/audience-rules",
        """
        {"pattern": "site:*", "contact": "DUTY", "effect": "add"}\
        """);
    live.goesLive();
    var all = desk.get("/letters").body();
    assertThat(all).hasSize(2);
    var first = desk.get("/letters?limit=1").body();
    assertThat(first).hasSize(1);
    var last = first.path(0).path("id").asString();
    var rest = desk.get("/letters?limit=1&before=" + last).body();
    assertThat(rest).singleElement().isNotEqualTo(first.path(0));
    assertThat(desk.get("/letters?before=" + rest.path(0).path("id").asString()).body()).isEmpty();
    assertThat(desk.get("/letters?before=" + UUID.randomUUID()).body()).isEmpty();
  }

  @Test
  void what_was_acknowledged_meanwhile_is_not_told() {
    live.goesLive();
    sent("SITE", 1);
    clockRuns(20);
    live.revises(site.line("p2", "bus", "B1"));
    live.acknowledges("SITE", "site:S1", 2);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(letters("SITE").getLast().path("state").asString()).isEqualTo("withdrawn"));
    assertThat(sink()).hasSize(1);
  }

  @Test
  void an_acknowledgement_covers_all_versions_before_it() {
    live.goesLive();
    live.revises(site.line("p2", "bus", "B1"));
    live.revises(site.line("p3", "bus", "B1"));
    live.acknowledges("SITE", "site:S1", 2);
    assertThat(standing("SITE").path("acknowledged").asLong()).isEqualTo(2);
    assertThat(standing("SITE").path("owedSince").isNull()).isFalse();
    live.acknowledges("SITE", "site:S1", 3);
    assertThat(standing("SITE").path("owedSince").isNull()).isTrue();
    live.acknowledges("SITE", "site:S1", 1);
    assertThat(standing("SITE").path("acknowledged").asLong()).isEqualTo(3);
    var tooNew =
        desk.create(
            "/standings/acknowledgements",
            """
            {"contact": "SITE", "manifest": "site:S1", "version": 9, "name": "李", "how": "desk"}\
            """);
    assertThat(tooNew.code()).isEqualTo("version-not-told");
  }

  @Test
  void a_desk_adds_a_recipient_and_takes_one_away() {
    live.contact("DUTY", "duty");
    clockRuns(30);
    live.goesLive();
    var rule =
        desk.create(
            "/audience-rules",
            """
            {"pattern": "site:*", "contact": "DUTY", "effect": "add"}\
            """);
    assertThat(rule.status()).as(rule.toString()).isEqualTo(201);
    assertThat(desk.get("/manifests/site:S1/recipients").body().toString())
        .isEqualTo("[\"DUTY\",\"SITE\"]");
    assertThat(sent("DUTY", 1).getFirst().path("purpose").asString()).isEqualTo("first");
    desk.create(
        "/audience-rules",
        """
        {"pattern": "site:S1", "contact": "DUTY", "effect": "remove"}\
        """);
    assertThat(desk.get("/manifests/site:S1/recipients").body().toString())
        .as("what is said of the manifest itself counts more than what is said of its kind")
        .isEqualTo("[\"SITE\"]");
    live.revises(site.line("p2", "bus", "B1"));
    assertThat(desk.get("/standings?contact=DUTY").body()).isEmpty();
  }

  @Test
  void a_letter_that_was_being_sent_when_its_instance_died_is_unknown_and_not_sent_again() {
    live.goesLive();
    var letter = UUID.fromString(sent("SITE", 1).getFirst().path("id").asString());
    jdbc.update(
        "update letter set state = 'sending', sent_at = null, settled_at = null, sending_at = now() - interval '1 hour' where id = ?",
        letter);
    news.giveUpInterrupted();
    assertThat(letters("SITE"))
        .singleElement()
        .matches(l -> l.path("state").asString().equals("unknown"));
    reports.on(new Report(letter, new Outcome.Delivered("r"), Instant.EPOCH));
    reports.on(new Report(letter, new Outcome.Delivered("r"), Instant.EPOCH));
    assertThat(letters("SITE"))
        .singleElement()
        .matches(l -> l.path("state").asString().equals("delivered"));
    assertThat(sink()).hasSize(1);
  }

  @Test
  void who_is_named_anew_by_the_owner_is_told_the_present_version() {
    live.contact("NEW", "site");
    clockRuns(30);
    live.goesLive();
    live.stop("S1", "NEW", "2026-06-10T09:00");
    assertThat(standing("NEW").path("told").asLong()).isEqualTo(1);
    assertThat(desk.get("/standings?contact=SITE").body()).isEmpty();
    sent("NEW", 1);
  }

  @Test
  void a_first_version_and_the_revision_that_follows_are_one_letter() {
    live.contact("NEW", "site");
    live.goesLive();
    clockRuns(20);
    live.stop("S1", "NEW", "2026-06-10T09:00");
    live.revises(site.line("p2", "bus", "B1"));
    var letter = sent("NEW", 1).getFirst();
    assertThat(letter.path("purpose").asString()).isEqualTo("first");
    assertThat(letter.path("items").path(0).path("toVersion").asLong()).isEqualTo(2);
    assertThat(sink()).last().asString().contains("第2版");
  }

  @Test
  void who_is_reached_by_a_call_first_is_called_and_not_written_to() {
    reachedBy("page", "call", "sms");
    assertThat(
            desk.get("/first-versions")
                .body()
                .path("recipients")
                .path(0)
                .path("channel")
                .asString())
        .isEqualTo("call");
    live.goesLive();
    assertThat(letters("SITE")).isEmpty();
    var call = desk.get("/call-tasks?open=true").body();
    assertThat(call).hasSize(1);
    assertThat(call.path(0).path("contact").asString()).isEqualTo("SITE");
    assertThat(call.path(0).path("manifest").asString()).isEqualTo("site:S1");
    live.acknowledges("SITE", "site:S1", 1);
    assertThat(desk.get("/call-tasks?open=true").body()).isEmpty();
  }

  @Test
  void who_has_the_page_only_is_told_and_nothing_is_said_to_be_sent() {
    reachedBy("page");
    live.goesLive();
    var root = live.revises(site.line("p2", "bus", "B1"));
    assertThat(letters("SITE")).isEmpty();
    assertThat(standing("SITE").path("told").asLong()).isEqualTo(2);
    assertThat(standing("SITE").path("sent").asLong()).isZero();
    assertThat(
            desk.get("/cases/" + root)
                .body()
                .path("told")
                .path(0)
                .path("recipients")
                .path(0)
                .path("state")
                .asString())
        .isEqualTo("told");
  }

  @Test
  void letters_that_wait_go_by_a_rehearsals_clock_that_is_set_meanwhile() {
    reachedBy("sms");
    jdbc.update(
        "update contact set works_from = '15:00', works_to = '18:00' where conference = ?",
        conference);
    clockRuns(1);
    live.goesLive();
    assertThat(letters("SITE"))
        .singleElement()
        .matches(l ->
            Instant.parse(l.path("sendAfter").asString())
                .isAfter(Instant.now().plus(Duration.ofHours(4))));
    clockRuns(3600);
    sent("SITE", 1);
  }
}
