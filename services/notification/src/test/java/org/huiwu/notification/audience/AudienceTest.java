package org.huiwu.notification.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.client.RestClient;

/// Who receives what: whom the owner names, and what desks say.
class AudienceTest extends RippleConversation {
  private static final String SITE = "site:S1";

  @Autowired private Audience audience;

  @BeforeEach
  void a_site_whose_owner_names_somebody() {
    var live = new LiveConference(conference, desk, this::say).facts();
    live.contact("OWN", "site");
    live.contact("DESK", "desk");
    live.stop("S1", "OWN", "2026-06-10T09:00");
    live.revises(new Owner(SITE).header("name", "青秀山"));
  }

  private Desk.Answer rules(String pattern, String contact, String effect) {
    return desk.create(
        "/audience-rules",
        "{\"pattern\": \"%s\", \"contact\": \"%s\", \"effect\": \"%s\"}"
            .formatted(pattern, contact, effect));
  }

  @Test
  void a_rule_for_a_kind_adds_to_whom_the_owner_names() {
    assertThat(audience.recipientsOf(conference, SITE)).containsExactly("OWN");
    assertThat(rules("site:*", "DESK", "add").status()).isEqualTo(201);
    assertThat(audience.recipientsOf(conference, SITE)).containsExactly("DESK", "OWN");
    assertThat(audience.recipientsOf(conference, "trip:X1")).isEmpty();
    assertThat(audience.manifestsOf(conference, "DESK")).containsExactly(SITE);
  }

  @Test
  void a_rule_for_the_manifest_itself_says_more_than_one_for_its_kind() {
    rules("site:*", "OWN", "remove");
    assertThat(audience.recipientsOf(conference, SITE)).isEmpty();
    rules(SITE, "OWN", "add");
    assertThat(audience.recipientsOf(conference, SITE)).containsExactly("OWN");
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
  void a_rule_that_is_taken_back_counts_no_more() {
    var rule = rules(SITE, "OWN", "remove");
    assertThat(rules(SITE, "OWN", "add").code()).isEqualTo("audience-rule-exists");
    assertThat(takesBack("guide", "excursion", rule.text("id"))).isEqualTo(200);
    assertThat(takesBack("guide", "excursion", rule.text("id"))).isEqualTo(404);
    assertThat(audience.recipientsOf(conference, SITE)).containsExactly("OWN");
  }

  @Test
  void nobody_rules_about_whom_there_is_not() {
    assertThat(rules(SITE, "NOBODY", "add").code()).isEqualTo("contact-unknown");
    assertThat(rules("letter:1", "DESK", "add").status()).isEqualTo(400);
    assertThat(desk.get("/manifests/site:S9/recipients").code()).isEqualTo("manifest-unknown");
  }

  @Test
  void what_names_a_contact_is_found_whether_or_not_there_is_one() {
    assertThat(audience.naming(conference, List.of("OWN"))).containsExactly(SITE);
    assertThat(audience.naming(conference, List.of("DESK"))).isEmpty();
    rules("site:*", "DESK", "remove");
    assertThat(audience.naming(conference, List.of("DESK", "OWN"))).containsExactly(SITE);
  }
}
