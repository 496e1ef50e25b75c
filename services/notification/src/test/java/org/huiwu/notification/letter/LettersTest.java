package org.huiwu.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.huiwu.notification.channel.Outcome;
import org.huiwu.notification.channel.sms.DeliveryReports;
import org.huiwu.notification.channel.sms.InboundText;
import org.huiwu.notification.channel.sms.InboundTexts;
import org.huiwu.notification.channel.sms.Report;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Who is told of what, once, and what becomes of it. All conferences here are rehearsals: what
/// would go out is in the sink.
class LettersTest extends RippleConversation {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Autowired private Post post;
  @Autowired private InboundTexts replies;
  @Autowired private DeliveryReports reports;

  private LiveConference live = new LiveConference(new UUID(0, 0), desk, _ -> {});
  private Owner site = new Owner("");

  @BeforeEach
  void a_rehearsal_with_a_site() {
    live = new LiveConference(conference, desk, this::say).rehearsal();
    live.contact("SITE", "site");
    live.stop("S1", "SITE", "2026-06-10T09:00");
    site = new Owner("site:S1");
    live.revises(site.header("arrives", "2026-06-10T09:00"), site.line("p1", "bus", "B1"));
  }

  /// A quiet time of one minute takes so many times less.
  private void clockRuns(int rate) {
    var set =
        desk.create(
            "/rehearsal-clock",
            """
            {"localTime": "2026-06-08T10:00", "rate": %d}\
            """
                .formatted(rate));
    assertThat(set.status()).as(set.toString()).isEqualTo(200);
  }

  private List<JsonNode> letters(String contact) {
    List<JsonNode> found = new ArrayList<>();
    desk.get("/letters?contact=" + contact).body().forEach(found::add);
    return found.reversed();
  }

  private List<JsonNode> sent(String contact, int count) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(letters(contact))
                .as(letters(contact).toString())
                .hasSize(count)
                .allMatch(l -> l.path("state").asString().equals("delivered")));
    return letters(contact);
  }

  private JsonNode standing(String contact) {
    return desk.get("/standings?contact=" + contact).body().path(0);
  }

  private List<String> sink() {
    List<String> texts = new ArrayList<>();
    desk.get("/sink").body().forEach(l -> texts.add(l.path("text").asString()));
    return texts;
  }

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
  void a_driver_answers_with_the_code_from_their_own_number() {
    live.contact("DRV", "driver");
    live.trip("B1", "DRV", "2026-06-10T08:00");
    var bus = new Owner("trip:B1");
    live.revises(bus.header("plate", "桂A00001"));
    live.goesLive();
    sent("DRV", 1);
    var code =
        sink().stream()
            .filter(t -> t.contains("回复"))
            .map(t -> t.replaceAll("(?s).*回复 ([0-9]{6}).*", "$1"))
            .findFirst()
            .orElseThrow();
    replies.on(new InboundText("18800000000", code, Instant.EPOCH, "1"));
    assertThat(standing("DRV").path("acknowledged").asLong()).isZero();
    replies.on(new InboundText("+86 199 0000 0001", " " + code + " 收到", Instant.EPOCH, "2"));
    assertThat(standing("DRV").path("acknowledged").asLong()).isEqualTo(1);
    assertThat(standing("DRV").path("acknowledgedHow").asString()).isEqualTo("sms");
  }

  @Test
  void a_letter_that_was_being_sent_when_its_instance_died_is_unknown_and_not_sent_again() {
    live.goesLive();
    var letter = UUID.fromString(sent("SITE", 1).getFirst().path("id").asString());
    jdbc.update(
        "update letter set state = 'sending', sent_at = null, settled_at = null, sending_at = now() - interval '1 hour' where id = ?",
        letter);
    post.giveUpInterrupted();
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
    live.goesLive();
    live.stop("S1", "NEW", "2026-06-10T09:00");
    assertThat(standing("NEW").path("told").asLong()).isEqualTo(1);
    assertThat(desk.get("/standings?contact=SITE").body()).isEmpty();
    sent("NEW", 1);
  }
}
