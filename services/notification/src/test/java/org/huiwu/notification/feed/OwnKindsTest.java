package org.huiwu.notification.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

/// A desk speaks for the recipients of its own lists only.
class OwnKindsTest extends RippleConversation {
  private final Owner site = new Owner("site:S1");
  private final Owner meal = new Owner("meal:M1");
  private Desk catering = desk;
  private Desk excursion = desk;
  private UUID change = new UUID(0, 0);

  @BeforeEach
  void a_site_and_a_kitchen() {
    catering = new Desk(port, conference, new SignedRequests("notification", "chef", "catering"));
    excursion =
        new Desk(port, conference, new SignedRequests("notification", "guide", "excursion"));
    var live = new LiveConference(conference, desk, this::say).facts();
    live.contact("SITE", "site");
    live.contact("KITCHEN", "kitchen");
    live.stop("S1", "SITE", "2026-06-10T09:00");
    live.meal("M1", "KITCHEN", "2026-06-10T09:00");
    live.revises(site.header("name", "青秀山"), meal.header("name", "午餐"));
    live.goesLive();
    change = live.revises(site.line("p", "name", "张三"), meal.line("p", "name", "张三"));
  }

  private static Desk.Answer acknowledges(Desk desk, String contact, String manifest, String how) {
    return desk.create(
        "/standings/acknowledgements",
        """
        {"contact": "%s", "manifest": "%s", "version": 2, "name": "李四", "how": "%s"}\
        """
            .formatted(contact, manifest, how));
  }

  @Test
  void a_desk_acknowledges_for_the_recipients_of_its_own_lists_only() {
    assertThat(acknowledges(catering, "SITE", "site:S1", "call").code())
        .isEqualTo("manifest-of-another-desk");
    assertThat(acknowledges(catering, "SITE", "site:S1", "call").status()).isEqualTo(403);
    assertThat(acknowledges(catering, "KITCHEN", "meal:M1", "call").status()).isEqualTo(201);
    assertThat(acknowledges(excursion, "SITE", "site:S1", "desk").status()).isEqualTo(201);
  }

  @Test
  void a_desk_cannot_say_that_a_page_or_a_message_has_acknowledged() {
    assertThat(acknowledges(desk, "SITE", "site:S1", "page").code())
        .isEqualTo("acknowledged-otherwise");
    assertThat(acknowledges(desk, "SITE", "site:S1", "sms").status()).isEqualTo(422);
    assertThat(desk.get("/standings?contact=SITE").body().path(0).path("acknowledged").asLong())
        .isZero();
  }

  private Desk.Answer settles(Desk desk, String body) {
    return desk.create("/cases/" + change + "/settlements", body);
  }

  @Test
  void a_desk_settles_of_a_case_what_is_outstanding_of_its_own_lists_only() {
    assertThat(settles(catering, "{\"manifest\": \"site:S1\", \"reason\": \"x\"}").code())
        .isEqualTo("manifest-of-another-desk");
    var settled = settles(catering, "{\"reason\": \"当面告知\"}");
    assertThat(settled.body().path("settled").findValuesAsString("manifest"))
        .containsExactly("meal:M1");
    assertThat(settled.body().path("closed")).isEmpty();
    assertThat(settles(catering, "{\"reason\": \"x\"}").code()).isEqualTo("nothing-outstanding");
    assertThat(settles(desk, "{\"reason\": \"停电\"}").body().path("settled"))
        .as("registration and the duty room settle all")
        .hasSize(1);
  }

  private static Desk.Answer rules(Desk desk, String pattern, String contact) {
    return desk.create(
        "/audience-rules",
        "{\"pattern\": \"%s\", \"contact\": \"%s\", \"effect\": \"remove\"}"
            .formatted(pattern, contact));
  }

  private int takesBack(String account, String role, String rule) {
    return RestClient.builder()
        .baseUrl("http://localhost:" + port)
        .requestInterceptor(new SignedRequests("notification", account, role))
        .build()
        .delete()
        .uri("/conferences/{conference}/audience-rules/{rule}", conference, rule)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .exchange((_, response) -> response.getStatusCode().value());
  }

  @Test
  void a_desk_rules_who_receives_its_own_lists_only() {
    assertThat(rules(catering, "site:*", "SITE").code()).isEqualTo("manifest-of-another-desk");
    assertThat(rules(catering, "meal:M1", "KITCHEN").status()).isEqualTo(201);
    var rule = rules(excursion, "site:*", "SITE");
    assertThat(rule.status()).isEqualTo(201);
    assertThat(takesBack("chef", "catering", rule.text("id"))).isEqualTo(403);
    assertThat(desk.get("/standings?contact=SITE").body()).isEmpty();
  }
}
