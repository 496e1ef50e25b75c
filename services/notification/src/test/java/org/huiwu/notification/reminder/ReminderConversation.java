package org.huiwu.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.RippleConversation;
import org.huiwu.notification.personal.Delegates;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/// A small conference whose delegates are reminded. All conferences here are rehearsals: what would
/// be sent is in the sink.
abstract class ReminderConversation extends RippleConversation {
  protected static final Duration PATIENCE = Duration.ofSeconds(20);

  @Autowired protected ReminderClock reminderClock;

  protected LiveConference live = new LiveConference(new UUID(0, 0), desk, _ -> {});
  protected Delegates delegates = new Delegates(live, desk);

  @BeforeEach
  void a_rehearsal_that_is_live() {
    live = new LiveConference(conference, desk, this::say).rehearsal();
    delegates = new Delegates(live, desk).programme();
    delegates.person("p1", "19900000001");
    delegates.person("p2", "19900000002");
    delegates.person("p3", "GX", 4, "19900000003", true);
    delegates.seated("p1", "p2");
    live.goesLive();
    clockAt("2026-06-09T12:00");
  }

  protected void clockAt(String local) {
    var set = desk.create("/rehearsal-clock", "{\"localTime\": \"" + local + "\", \"rate\": 1}");
    assertThat(set.status()).as(set.toString()).isEqualTo(200);
  }

  protected static String ordering(String template, String selection) {
    return """
    {"template": "%s", "selection": {%s}, "urgent": false}\
    """
        .formatted(template, selection);
  }

  protected String order(String template, String selection) {
    var answer = desk.create("/reminders", ordering(template, selection));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.text("id");
  }

  protected void free(String zh) {
    var answer =
        desk.send(
            HttpMethod.PUT,
            "/reminder-templates/note",
            0L,
            """
            {"kind": "free", "zh": "%s", "en": "In English for {delegation}.", "confidential": false}\
            """
                .formatted(zh));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  /// By address, in order.
  protected Map<String, List<String>> sent() {
    Map<String, List<String>> texts = new TreeMap<>();
    desk.get("/sink")
        .body()
        .forEach(l ->
            texts
                .computeIfAbsent(l.path("address").asString(), _ -> new ArrayList<>())
                .add(l.path("text").asString()));
    texts.keySet().removeIf(address -> !address.startsWith("199000000") || address.endsWith("31"));
    return texts;
  }

  protected JsonNode people(String reminder) {
    return desk.get("/reminders/" + reminder).body().path("people");
  }

  protected void untilAllAreDealtWith(String reminder) {
    await()
        .atMost(PATIENCE)
        .until(() -> {
          var view = desk.get("/reminders/" + reminder).body();
          return view.path("occasionsLeft").asLong() == 0
              && !view.path("people").isEmpty()
              && view.path("people").path("waiting").isMissingNode()
              && view.path("people").path("sending").isMissingNode();
        });
  }
}
