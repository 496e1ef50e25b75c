package org.huiwu.notification.sitepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/// A link in a group chat is not everybody's signature.
class SitePinTest extends SiteConversation {

  private void untilTheCodeHasLeft() {
    await()
        .until(() ->
            Boolean.FALSE.equals(
                jdbc.queryForObject(
                    "select exists (select 1 from letter where conference = ? and purpose = 'pin' and state in ('waiting', 'sending'))",
                    Boolean.class,
                    conference)));
  }

  private String wrong(String right) {
    return pin(right.equals("000000") ? "000001" : "000000");
  }

  @Test
  void on_a_device_not_seen_before_an_acknowledgement_needs_a_code_from_the_recipients_own_phone() {
    live();
    var page = opened("U1");
    assertThat(page.get("/site/me").body().path("phoneEnds").asString()).isEqualTo("67");
    assertThat(page.acknowledge("site:S1", 1, "老韦").code()).isEqualTo("pin-required");
    verify(page, "U1");
    assertThat(page.get("/site/me").body().path("known").asBoolean()).isTrue();
    assertThat(page.acknowledge("site:S1", 1, "老韦").status()).isEqualTo(201);
  }

  @Test
  void a_device_that_is_known_needs_none_with_the_next_link_and_another_device_does() {
    live();
    var page = verified("U1");
    assertThat(page.open(link("U1")).body().path("known").asBoolean()).isTrue();
    assertThat(opened("U1").get("/site/me").body().path("known").asBoolean()).isFalse();
    assertThat(page.open(link("U2")).body().path("known").asBoolean())
        .as("for another recipient it is a new one")
        .isFalse();
  }

  @Test
  void a_code_is_for_the_device_that_asked_for_it_and_for_once() {
    live();
    var page = opened("U1");
    var thief = opened("U1");
    page.post("/site/pin", "{}");
    var code = sentTo("U1", 1);
    assertThat(thief.post("/site/pin/verification", pin(code)).code()).isEqualTo("pin-over");
    assertThat(page.post("/site/pin/verification", pin(code)).status()).isEqualTo(204);
    assertThat(page.post("/site/pin/verification", pin(code)).code()).isEqualTo("pin-over");
  }

  @Test
  void after_five_wrong_codes_it_is_locked_even_for_the_right_one_and_for_a_new_one() {
    live();
    var page = opened("U1");
    page.post("/site/pin", "{}");
    var code = sentTo("U1", 1);
    for (int left = 4; left > 0; left--) {
      var answer = page.post("/site/pin/verification", wrong(code));
      assertThat(answer.code()).isEqualTo("pin-wrong");
      assertThat(answer.text()).contains(Integer.toString(left));
    }
    assertThat(page.post("/site/pin/verification", wrong(code)).code()).isEqualTo("pin-locked");
    assertThat(page.post("/site/pin/verification", pin(code)).code()).isEqualTo("pin-locked");
    assertThat(page.post("/site/pin", "{}").code()).isEqualTo("pin-locked");
    assertThat(page.acknowledge("site:S1", 1, "x").code()).isEqualTo("pin-required");
  }

  @Test
  void a_code_is_good_for_ten_minutes() {
    live();
    var page = opened("U1");
    page.post("/site/pin", "{}");
    var code = sentTo("U1", 1);
    assertThat(
            jdbc.queryForObject(
                "select extract(epoch from ends_at - asked_at) from site_pin where conference = ?",
                Long.class,
                conference))
        .isEqualTo(600);
    jdbc.update("update site_pin set ends_at = now() where conference = ?", conference);
    assertThat(page.post("/site/pin/verification", pin(code)).code()).isEqualTo("pin-over");
  }

  @Test
  void a_new_code_voids_the_one_before_and_no_more_than_six_are_sent_in_an_hour() {
    live();
    var page = opened("U1");
    page.post("/site/pin", "{}");
    var first = sentTo("U1", 1);
    untilTheCodeHasLeft();
    page.post("/site/pin", "{}");
    var second = sentTo("U1", 2);
    if (!first.equals(second)) {
      assertThat(page.post("/site/pin/verification", pin(first)).code()).isEqualTo("pin-wrong");
    }
    for (int i = 3; i <= 6; i++) {
      untilTheCodeHasLeft();
      assertThat(opened("U1").post("/site/pin", "{}").status()).isEqualTo(202);
    }
    untilTheCodeHasLeft();
    assertThat(opened("U1").post("/site/pin", "{}").code())
        .as("whatever devices ask")
        .isEqualTo("pin-too-often");
    assertThat(opened("U2").post("/site/pin", "{}").status()).as("others can").isEqualTo(202);
  }

  /// As if the provider had been away since then.
  private void isStillWaiting(String since) {
    untilTheCodeHasLeft();
    jdbc.update(
        """
        update letter set state = 'waiting', words = '旧', planned_at = now() - ?::interval,
          send_after = now() + interval '1 day', sent_at = null, settled_at = null
        where conference = ? and purpose = 'pin'\
        """,
        since,
        conference);
  }

  @Test
  void while_a_code_waits_to_be_sent_no_other_takes_its_place() {
    live();
    var page = opened("U1");
    page.post("/site/pin", "{}");
    var code = sentTo("U1", 1);
    isStillWaiting("1 minute");
    assertThat(opened("U1").post("/site/pin", "{}").code()).isEqualTo("pin-on-its-way");
    assertThat(opened("U2").post("/site/pin", "{}").status()).as("others can").isEqualTo(202);
    assertThat(page.post("/site/pin/verification", pin(code)).status()).isEqualTo(204);
  }

  @Test
  void a_code_that_could_not_be_sent_while_it_was_good_is_not_sent_at_all() {
    live();
    opened("U1").post("/site/pin", "{}");
    sentTo("U1", 1);
    isStillWaiting("11 minutes");
    jdbc.update("update letter set send_after = now() where conference = ?", conference);
    await()
        .untilAsserted(() ->
            assertThat(
                    jdbc.queryForList(
                        "select state || ' ' || reason || coalesce(words, '') from letter where conference = ? and purpose = 'pin'",
                        String.class,
                        conference))
                .containsExactly("withdrawn code-too-old"));
    assertThat(opened("U1").post("/site/pin", "{}").status()).isEqualTo(202);
    sentTo("U1", 2);
  }

  @Test
  void a_code_that_is_good_no_more_keeps_no_new_one_waiting() {
    live();
    opened("U1").post("/site/pin", "{}");
    sentTo("U1", 1);
    isStillWaiting("11 minutes");
    assertThat(opened("U1").post("/site/pin", "{}").status()).isEqualTo(202);
    assertThat(sentTo("U1", 2)).isNotEmpty();
  }

  @Test
  void who_has_no_phone_is_told_to_call_the_duty_room_which_reads_out_a_code() {
    live();
    desk.send(
        org.springframework.http.HttpMethod.PUT,
        "/contacts/U1",
        1L,
        contact("U1", "百色污水处理厂", "", "zh"));
    var page = opened("U1");
    assertThat(page.get("/site/me").body().path("phoneEnds").isNull()).isTrue();
    var refused = page.post("/site/pin", "{}");
    assertThat(refused.code()).isEqualTo("pin-without-phone");
    assertThat(refused.text()).contains("值班室");
    var told = desk.create("/contacts/U1/pins", "");
    assertThat(told.status()).isEqualTo(201);
    assertThat(page.post("/site/pin/verification", pin(told.text("pin"))).status()).isEqualTo(204);
    assertThat(page.acknowledge("site:S1", 1, "老韦").status()).isEqualTo(201);
  }

  @Test
  void who_is_locked_out_gets_in_by_the_duty_rooms_code() {
    live();
    var page = opened("U1");
    page.post("/site/pin", "{}");
    var code = sentTo("U1", 1);
    for (int i = 0; i < 5; i++) {
      page.post("/site/pin/verification", wrong(code));
    }
    var told = desk.create("/contacts/U1/pins", "").text("pin");
    assertThat(page.post("/site/pin/verification", pin(told)).status()).isEqualTo(204);
  }

  @Test
  void no_code_is_stored_as_it_is_and_none_stays_in_a_letter() {
    live();
    var page = opened("U1");
    page.post("/site/pin", "{}");
    var code = sentTo("U1", 1);
    org.awaitility.Awaitility.await()
        .untilAsserted(() ->
            assertThat(
                    jdbc.queryForList(
                        "select l::text from letter l where conference = ? and purpose = 'pin'",
                        String.class,
                        conference))
                .singleElement()
                .asString()
                .doesNotContain(code));
    assertThat(
            jdbc.queryForList(
                "select p::text from site_pin p where conference = ?", String.class, conference))
        .singleElement()
        .asString()
        .doesNotContain(code);
  }

  @Test
  void in_planning_no_code_is_sent() {
    assertThat(opened("U1").post("/site/pin", "{}").code()).isEqualTo("in-planning");
  }

  @Test
  void the_code_is_told_in_the_recipients_language() {
    live();
    opened("U2").post("/site/pin", "{}");
    sentTo("U2", 1);
    assertThat(desk.get("/sink").body().toString()).contains("Your code is");
  }
}
