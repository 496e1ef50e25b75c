package org.huiwu.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/// A rehearsal with a site that is told: what would go out is in the sink.
abstract class LetterConversation extends RippleConversation {
  protected static final Duration PATIENCE = Duration.ofSeconds(20);

  protected LiveConference live = new LiveConference(new UUID(0, 0), desk, _ -> {});
  protected Owner site = new Owner("");

  @BeforeEach
  void a_rehearsal_with_a_site() {
    live = new LiveConference(conference, desk, this::say).rehearsal();
    live.contact("SITE", "site");
    live.stop("S1", "SITE", "2026-06-10T09:00");
    site = new Owner("site:S1");
    live.revises(site.header("arrives", "2026-06-10T09:00"), site.line("p1", "bus", "B1"));
  }

  /// A quiet time of one minute takes so many times less.
  protected void clockRuns(int rate) {
    var set =
        desk.create(
            "/rehearsal-clock",
            """
            {"localTime": "2026-06-08T10:00", "rate": %d}\
            """
                .formatted(rate));
    assertThat(set.status()).as(set.toString()).isEqualTo(200);
  }

  protected List<JsonNode> letters(String contact) {
    List<JsonNode> found = new ArrayList<>();
    desk.get("/letters?contact=" + contact).body().forEach(found::add);
    return found.reversed();
  }

  protected List<JsonNode> sent(String contact, int count) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(letters(contact))
                .as(letters(contact).toString())
                .hasSize(count)
                .allMatch(l -> l.path("state").asString().equals("delivered")));
    return letters(contact);
  }

  protected void reachedBy(String... channels) {
    jdbc.update("update contact set channels = ? where conference = ?", channels, conference);
  }

  protected JsonNode standing(String contact) {
    return desk.get("/standings?contact=" + contact).body().path(0);
  }

  protected List<String> sink() {
    List<String> texts = new ArrayList<>();
    desk.get("/sink").body().forEach(l -> texts.add(l.path("text").asString()));
    return texts;
  }
}
