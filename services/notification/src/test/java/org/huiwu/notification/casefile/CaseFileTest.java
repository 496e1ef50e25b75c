package org.huiwu.notification.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.huiwu.platform.messaging.Changeset.Parked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the case of a change tells, until everybody knows.
class CaseFileTest extends RippleConversation {
  private static final String SITE = "site:S1";

  private final Owner site = new Owner(SITE);
  private LiveConference live;
  private UUID planned = new UUID(0, 0);

  CaseFileTest() {
    live = new LiveConference(conference, desk, this::say);
  }

  @BeforeEach
  void a_site_with_a_reception_unit_and_a_duty_room() {
    live = new LiveConference(conference, desk, this::say).facts();
    live.contact("site-S1", "site");
    live.contact("duty-1", "duty");
    live.stop("S1", "site-S1", "2026-06-10T09:00");
    planned = live.revises(site.header("name", "青秀山"), site.line("P1", "name", "甲"));
  }

  private JsonNode file(UUID change) {
    var answer = desk.get("/cases/" + change);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  private static JsonNode recipient(JsonNode file, String contact) {
    for (var told : file.path("told")) {
      for (var recipient : told.path("recipients")) {
        if (recipient.path("contact").asString().equals(contact)) {
          return recipient;
        }
      }
    }
    throw new AssertionError("no recipient " + contact + ": " + file);
  }

  private void theFirstLettersHaveGone() {
    await()
        .untilAsserted(() ->
            assertThat(
                    jdbc.queryForObject(
                        "select count(*) from letter where conference = ? and state in ('waiting', 'sending')",
                        Long.class,
                        conference))
                .isZero());
  }

  private long closedEvents(UUID change) {
    return events("case-closed", change);
  }

  @Test
  void in_planning_nobody_is_told_and_a_case_is_closed_at_once() {
    var file = file(planned);
    assertThat(file.path("state").asString()).isEqualTo("closed");
    assertThat(file.path("told")).isEmpty();
    assertThat(file.path("change").path("revised")).hasSize(1);
  }

  @Test
  void a_change_tells_who_made_it_why_and_the_tree_of_its_receipts() {
    var change = file(planned).path("change");
    assertThat(change.path("actor").asString()).isEqualTo("clerk");
    assertThat(change.path("reason").asString()).isEqualTo("改");
    assertThat(change.path("settledAt").isNull()).isFalse();
    assertThat(change.path("tree")).hasSize(1);
  }

  @Test
  void until_its_letter_goes_a_recipient_waits_and_the_case_is_not_closed() {
    live.goesLive();
    live.acknowledges("site-S1", SITE, 1);
    theFirstLettersHaveGone();
    var change = live.revises(site.line("P2", "name", "乙"));
    var file = file(change);
    assertThat(file.path("state").asString()).isEqualTo("settled");
    assertThat(file.path("outstanding").asLong()).isEqualTo(1);
    var told = file.path("told").path(0);
    assertThat(told.path("manifest").asString()).isEqualTo(SITE);
    assertThat(told.path("version").asLong()).isEqualTo(2);
    assertThat(told.path("title").asString()).isEqualTo("点S1");
    var recipient = recipient(file, "site-S1");
    assertThat(recipient.path("state").asString()).isEqualTo("waiting");
    assertThat(recipient.path("due").asString()).startsWith("2026-06-10T09:00");
    var letter = recipient.path("letters").path(0);
    assertThat(letter.path("channel").asString()).isEqualTo("sms");
    assertThat(letter.path("sendAfter").isNull()).isFalse();
  }

  @Test
  void what_became_of_the_letter_is_told() {
    live.goesLive();
    live.acknowledges("site-S1", SITE, 1);
    theFirstLettersHaveGone();
    var change = live.revises(site.line("P2", "name", "乙"));
    for (var state : List.of("unknown", "failed", "sent", "delivered")) {
      jdbc.update(
          "update letter set state = ?, sending_at = now(), sent_at = now() where conference = ? and purpose = 'revision'",
          state,
          conference);
      assertThat(recipient(file(change), "site-S1").path("state").asString()).isEqualTo(state);
    }
  }

  @Test
  void a_letter_that_went_before_the_version_was_cut_did_not_tell_of_it() {
    live.goesLive();
    live.acknowledges("site-S1", SITE, 1);
    theFirstLettersHaveGone();
    jdbc.update(
        "update letter set state = 'sent', sending_at = now(), sent_at = now() where conference = ?",
        conference);
    var change = live.revises(site.line("P2", "name", "乙"));
    var letters = recipient(file(change), "site-S1").path("letters");
    assertThat(letters).hasSize(1);
    assertThat(letters.path(0).path("purpose").asString()).isEqualTo("revision");
  }

  @Test
  void who_acknowledged_is_named_with_the_version_that_covers_it() {
    live.goesLive();
    var second = live.revises(site.line("P2", "name", "乙"));
    var third = live.revises(site.line("P3", "name", "丙"));
    live.acknowledges("site-S1", SITE, 3);
    var recipient = recipient(file(second), "site-S1");
    assertThat(recipient.path("state").asString()).isEqualTo("acknowledged");
    var acknowledgement = recipient.path("acknowledgement");
    assertThat(acknowledgement.path("name").asString()).isEqualTo("李四");
    assertThat(acknowledgement.path("how").asString()).isEqualTo("call");
    assertThat(acknowledgement.path("version").asLong()).isEqualTo(3);
    assertThat(file(second).path("state").asString()).isEqualTo("closed");
    assertThat(file(third).path("state").asString()).isEqualTo("closed");
  }

  @Test
  void an_acknowledgement_closes_all_cases_that_it_covers_and_the_stream_is_told_once() {
    live.goesLive();
    var second = live.revises(site.line("P2", "name", "乙"));
    var third = live.revises(site.line("P3", "name", "丙"));
    live.acknowledges("site-S1", SITE, 2);
    assertThat(closedEvents(planned)).isEqualTo(1);
    assertThat(closedEvents(second)).isEqualTo(1);
    assertThat(closedEvents(third)).isZero();
    assertThat(file(third).path("state").asString()).isEqualTo("settled");
    live.acknowledges("site-S1", SITE, 3);
    assertThat(closedEvents(second)).isEqualTo(1);
    assertThat(closedEvents(third)).isEqualTo(1);
  }

  @Test
  void a_case_stays_until_the_last_recipient_has_acknowledged() {
    live.goesLive();
    assertThat(
            desk.create(
                    "/audience-rules",
                    """
                    {"pattern": "site:*", "contact": "duty-1", "effect": "add"}\
                    """)
                .status())
        .isEqualTo(201);
    live.acknowledges("site-S1", SITE, 1);
    live.acknowledges("duty-1", SITE, 1);
    var change = live.revises(site.line("P2", "name", "乙"));
    live.acknowledges("duty-1", SITE, 2);
    assertThat(file(change).path("outstanding").asLong()).isEqualTo(1);
    assertThat(closedEvents(change)).isZero();
    live.acknowledges("site-S1", SITE, 2);
    assertThat(closedEvents(change)).isEqualTo(1);
  }

  @Test
  void who_does_not_receive_the_manifest_any_more_is_not_waited_for() {
    live.goesLive();
    var change = live.revises(site.line("P2", "name", "乙"));
    live.stop("S1", "duty-1", "2026-06-10T09:00");
    var file = file(change);
    assertThat(recipient(file, "site-S1").path("state").asString()).isEqualTo("released");
    assertThat(recipient(file, "duty-1").path("state").asString())
        .as("the new one is owed the present version")
        .isNotEqualTo("released");
    live.acknowledges("duty-1", SITE, 2);
    assertThat(file(change).path("state").asString()).isEqualTo("closed");
  }

  @Test
  void who_was_called_upon_because_of_a_debt_is_escalated() {
    live.goesLive();
    jdbc.update("update standing set ladder_step = 1 where conference = ?", conference);
    jdbc.update(
        """
        insert into escalation (conference, contact, manifest, from_version, to_version, step, at, what, told)
        values (?, 'site-S1', 'site:S1', 0, 1, 'duty-call', now(), 'told', 'duty-1')\
        """,
        conference);
    var escalated = recipient(file(planned), "site-S1");
    assertThat(escalated.path("state").asString()).isEqualTo("escalated");
    assertThat(escalated.path("escalations")).hasSize(1);
    assertThat(escalated.path("escalations").path(0).path("step").asString())
        .isEqualTo("duty-call");
    assertThat(escalated.path("escalations").path(0).path("to").asString()).isEqualTo("duty-1");
    assertThat(desk.get("/cases?state=settled").body().path(0).path("escalated").asLong())
        .isEqualTo(1);
    live.acknowledges("site-S1", SITE, 1);
    var next = live.revises(site.line("P2", "name", "乙"));
    assertThat(recipient(file(planned), "site-S1").path("escalations")).hasSize(1);
    assertThat(recipient(file(next), "site-S1").path("escalations"))
        .as("it was taken for an older debt")
        .isEmpty();
  }

  @Test
  void a_change_with_something_parked_is_no_closed_case() {
    var story = story();
    var begun = story.begins("excursion", List.of("catering"));
    say(
        begun,
        story.reads(
            "catering", begun, List.of(new Parked("excursion.thing", "1", "boom")), List.of()));
    settled(story.root());
    assertThat(file(story.root()).path("state").asString()).isEqualTo("parked");
  }

  @Test
  void a_change_whose_ripple_goes_on_is_open() {
    var story = story();
    tellInOrder(story.begins("excursion", List.of("catering")));
    assertThat(file(story.root()).path("state").asString()).isIn("open", "stalled");
  }

  @Test
  void a_change_that_nobody_knows_has_no_case() {
    assertThat(desk.get("/cases/" + UUID.randomUUID()).code()).isEqualTo("change-unknown");
  }
}
