package org.huiwu.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.huiwu.notification.channel.Outcome;
import org.huiwu.notification.letter.LaterNews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/// Steps that are taken at another time than the ladder says, or by another ladder.
class StepsServiceTest extends Escalated {
  private static final String TRIP = "trip:X1";

  @Autowired private LaterNews news;

  @BeforeEach
  void a_bus_that_leaves_at_14_whose_liaison_was_told_at_8() {
    contact("LIA", "liaison", "\"page\", \"sms\", \"email\"", "\"SUB\"");
    contact("SUB", "liaison");
    contact("DUTY", "duty");
    live.trip("X1", "LIA", "2026-06-09T14:00");
    listed(TRIP);
    itIs("2026-06-09T08:00");
    live.goesLive();
  }

  private void theLastLetterFails() {
    var letter =
        jdbc.queryForList(
                "select id from letter where conference = ? and contact = 'LIA' order by planned_at desc limit 1",
                UUID.class,
                conference)
            .getFirst();
    jdbc.update("update letter set state = 'sent', sending_at = now() where id = ?", letter);
    news.learn(letter, new Outcome.Refused("no-such-number"));
  }

  @Test
  void a_refused_message_leads_to_the_next_channel_at_once_and_no_further() {
    theLastLetterFails();
    untilSteps("LIA", "next-channel>LIA");
    assertThat(letters("resend")).containsOnlyKeys("LIA/email");
    theLastLetterFails();
    noMoreSteps("LIA");
  }

  @Test
  void a_ladder_that_has_become_shorter_still_ends_with_a_call_and_a_message() {
    itIs("2026-06-09T09:01");
    untilSteps("LIA", "next-channel>LIA");
    itIs("2026-06-09T09:32");
    untilSteps("LIA", "next-channel>LIA", "stand-in>SUB");
    var shorter =
        """
        {"steps": [{"step": "stand-in", "after": "PT5M", "before": "PT1H"},
                   {"step": "duty-call", "after": "PT5M", "before": "PT30M"}], "again": "PT10M"}\
        """;
    assertThat(desk.send(HttpMethod.PUT, "/ladders/trip", 0L, shorter).status()).isEqualTo(200);
    itIs("2026-06-09T09:50");
    untilSteps("LIA", "next-channel>LIA", "stand-in>SUB", "duty-call", "duty-call>DUTY");
    assertThat(letters("call-duty")).isEqualTo(Map.of("DUTY/sms", 1L));
    assertThat(call().path("contact").asString()).isEqualTo("LIA");
  }

  @Test
  void a_debt_with_which_something_goes_wrong_keeps_no_other_of_its_recipient_waiting() {
    changes.locked(
        conference,
        () ->
            jdbc.update(
                """
                insert into standing (conference, contact, manifest, told, owed_since, ladder_since, next_step_at)
                values (?, 'LIA', 'nothing:1', 1, now(), now(), now())\
                """,
                conference));
    itIs("2026-06-09T09:01");
    untilSteps("LIA", "next-channel>LIA");
    await()
        .untilAsserted(() ->
            assertThat(
                    jdbc.queryForObject(
                        "select next_step_at > now() from standing where conference = ? and manifest = 'nothing:1'",
                        Boolean.class,
                        conference))
                .as("it is looked at later, not all the time")
                .isTrue());
  }

  @Test
  void steps_are_read_page_by_page() {
    itIs("2026-06-09T09:01");
    untilSteps("LIA", "next-channel>LIA");
    itIs("2026-06-09T09:32");
    untilSteps("LIA", "next-channel>LIA", "stand-in>SUB");
    var first = desk.get("/escalations?limit=1").body();
    assertThat(first.findValuesAsString("step")).containsExactly("next-channel");
    var second = desk.get("/escalations?limit=1&since=" + first.path(0).path("n").asLong()).body();
    assertThat(second.findValuesAsString("step")).containsExactly("stand-in");
    assertThat(desk.get("/escalations?since=" + second.path(0).path("n").asLong()).body())
        .isEmpty();
  }
}
