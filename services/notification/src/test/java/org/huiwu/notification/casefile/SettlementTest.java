package org.huiwu.notification.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A named person settles what nobody has acknowledged.
class SettlementTest extends RippleConversation {
  private final Owner site = new Owner("site:S1");
  private final Owner hotel = new Owner("rooming:YL");
  private LiveConference live;
  private UUID change = new UUID(0, 0);

  SettlementTest() {
    live = new LiveConference(conference, desk, this::say);
  }

  @BeforeEach
  void a_change_for_a_site_and_a_hotel() {
    live = new LiveConference(conference, desk, this::say).facts();
    live.contact("site-S1", "site");
    live.contact("hotel-YL", "hotel");
    live.stop("S1", "site-S1", "2026-06-10T09:00");
    live.hotel("YL", "hotel-YL");
    live.revises(site.header("name", "青秀山"), hotel.header("name", "邕陵宾馆"));
    live.goesLive();
    change = live.revises(site.line("P1", "name", "甲"), hotel.line("P1", "name", "甲"));
  }

  private org.huiwu.platform.conversations.Desk.Answer settle(String body) {
    return desk.create("/cases/" + change + "/settlements", body);
  }

  private JsonNode recipient(String contact) {
    for (var told : desk.get("/cases/" + change).body().path("told")) {
      if (told.path("recipients").path(0).path("contact").asString().equals(contact)) {
        return told.path("recipients").path(0);
      }
    }
    throw new AssertionError(contact);
  }

  @Test
  void one_recipient_is_settled_by_a_named_person_with_a_reason_and_the_others_stay() {
    var answer =
        settle(
            """
            {"contact": "site-S1", "reason": "当面告知"}\
            """);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    assertThat(answer.body().path("closed")).as("the hotel is waited for yet").isEmpty();
    var settled = recipient("site-S1");
    assertThat(settled.path("state").asString()).isEqualTo("settled");
    assertThat(settled.path("settlement").path("by").asString()).isEqualTo("secretary");
    assertThat(settled.path("settlement").path("reason").asString()).isEqualTo("当面告知");
    assertThat(recipient("hotel-YL").path("settlement").isNull()).isTrue();
    assertThat(desk.get("/cases/" + change).body().path("state").asString()).isEqualTo("settled");
  }

  @Test
  void all_that_is_outstanding_is_settled_at_once_and_the_case_is_closed() {
    var answer = settle("{\"reason\": \"停电\"}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().path("settled")).hasSize(2);
    assertThat(answer.body().path("closed")).as("with what had been told before").hasSize(2);
    assertThat(desk.get("/cases/" + change).body().path("state").asString()).isEqualTo("closed");
    assertThat(events("case-closed", change)).isEqualTo(1);
    assertThat(settle("{\"reason\": \"停电\"}").code()).isEqualTo("nothing-outstanding");
  }

  @Test
  void a_settlement_is_no_acknowledgement_the_debt_stays_in_the_standings_but_nobody_is_called() {
    settle("{\"manifest\": \"site:S1\", \"reason\": \"当面告知\"}");
    var standing = desk.get("/standings?contact=site-S1&debts=true").body().path(0);
    assertThat(standing.path("told").asLong()).isEqualTo(2);
    assertThat(standing.path("acknowledged").asLong()).isZero();
    assertThat(standing.path("nextStepAt").isNull()).as("the ladder has ended").isTrue();
    assertThat(desk.get("/duty/open").body().path("items").findValuesAsString("key"))
        .doesNotContain("debt:site-S1")
        .contains("debt:hotel-YL");
  }

  @Test
  void what_comes_after_a_settlement_is_outstanding_anew_with_a_ladder_of_its_own() {
    settle("{\"reason\": \"停电\"}");
    var next = live.revises(site.line("P2", "name", "乙"));
    assertThat(desk.get("/cases/" + next).body().path("outstanding").asLong()).isEqualTo(1);
    assertThat(desk.get("/standings?contact=site-S1").body().path(0).path("nextStepAt").isNull())
        .isFalse();
    live.acknowledges("site-S1", "site:S1", 3);
    assertThat(events("case-closed", next)).isEqualTo(1);
    assertThat(events("case-closed", change)).as("it was closed before").isEqualTo(1);
  }

  @Test
  void the_shift_log_says_who_settled_a_case_and_why() {
    settle("{\"contact\": \"site-S1\", \"reason\": \"当面告知\"}");
    var entry = desk.get("/duty/log").body().path(1);
    assertThat(entry.path("code").asString()).isEqualTo("case-settled");
    assertThat(entry.path("text").asString()).contains("secretary", "site-S1", "当面告知");
    assertThat(entry.path("about").path("change").asString()).isEqualTo(change.toString());
  }

  @Test
  void a_settlement_needs_a_reason_a_key_and_a_change() {
    assertThat(settle("{\"reason\": \" \"}").status()).isEqualTo(400);
    assertThat(
            desk.createWithoutKey("/cases/" + change + "/settlements", "{\"reason\": \"x\"}")
                .code())
        .isEqualTo("idempotency-key-required");
    assertThat(
            desk.create("/cases/" + UUID.randomUUID() + "/settlements", "{\"reason\": \"x\"}")
                .code())
        .isEqualTo("change-unknown");
    assertThat(settle("{\"contact\": \"nobody\", \"reason\": \"x\"}").code())
        .isEqualTo("nothing-outstanding");
  }
}
