package org.huiwu.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.messaging.ChangeLog;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A rehearsal, whose clock can be set, and what is done there about those who do not answer.
public abstract class Escalated extends RippleConversation {
  private static final Duration SOON = Duration.ofSeconds(20);

  /// Longer than two instances need to look.
  private static final Duration A_WHILE = Duration.ofMillis(1_600);

  @Autowired protected ConferenceClock clock;
  @Autowired protected ChangeLog changes;

  protected LiveConference live = new LiveConference(conference, desk, _ -> {});
  private int numbers;

  @BeforeEach
  protected void a_rehearsal() {
    live = new LiveConference(conference, desk, this::say).rehearsal();
    numbers = 0;
  }

  /// What this test has left to be done is done for nobody: other tests want their quiet.
  @AfterEach
  protected void the_rehearsal_is_over() {
    changes.locked(
        conference,
        () ->
            jdbc.update("update standing set next_step_at = null where conference = ?", conference)
                + jdbc.update(
                    "update letter set state = 'withdrawn' where conference = ? and state = 'waiting'",
                    conference));
  }

  /// It is this time there from now on, and time passes as it does elsewhere.
  protected void itIs(String local) {
    itIs(local, 1);
  }

  protected void itIs(String local, double rate) {
    changes.locked(
        conference,
        () -> {
          clock.set(conference, clock.instant(conference, LocalDateTime.parse(local)), rate);
          return local;
        });
  }

  /// Each has a number of their own.
  ///
  /// @param channels as in JSON
  /// @param standIn as in JSON: in quotes, or null
  protected void contact(String code, String role, String channels, String standIn) {
    numbers++;
    contact(code, role, channels, standIn, "1990000%04d".formatted(numbers));
  }

  protected void contact(String code, String role, String channels, String standIn, String phone) {
    var body =
        """
        [{"code": "%s", "role": "%s", "name": "某人%s", "phone": "%s", "email": "%s@example.org",
          "channels": [%s], "standIn": %s}]\
        """
            .formatted(code, role, code, phone, code, channels, standIn);
    assertThat(desk.create("/contacts", body).status()).isEqualTo(201);
  }

  protected void contact(String code, String role) {
    contact(code, role, "\"page\", \"sms\", \"email\"", "null");
  }

  /// A list with one person on it.
  protected Owner listed(String manifest) {
    var owner = new Owner(manifest);
    live.revises(owner.line("p1", "name", "张三"));
    return owner;
  }

  /// What was done about a recipient, in order: `step>whom`, a `-` where there was nobody.
  protected List<String> steps(String contact) {
    return jdbc.query(
        "select step, what, told from escalation where conference = ? and contact = ? order by n",
        (row, _) ->
            row.getString(1)
                + (row.getString(2).equals("nobody") ? "-" : "")
                + (row.getString(3) == null ? "" : ">" + row.getString(3)),
        conference,
        contact);
  }

  protected void untilSteps(String contact, String... steps) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(steps(contact)).as(contact).containsExactly(steps));
  }

  protected void noMoreSteps(String contact) {
    var before = steps(contact);
    await()
        .during(A_WHILE)
        .atMost(SOON)
        .untilAsserted(() -> assertThat(steps(contact)).isEqualTo(before));
  }

  /// How many letters of each purpose, channel and contact were planned.
  protected Map<String, Long> letters(String purpose) {
    Map<String, Long> found = new TreeMap<>();
    jdbc.query(
        "select contact, channel, count(*) from letter where conference = ? and purpose = ? group by 1, 2",
        row -> {
          found.put(row.getString(1) + "/" + row.getString(2), row.getLong(3));
        },
        conference,
        purpose);
    return found;
  }

  /// The open ones, with what to read out.
  protected List<JsonNode> calls() {
    List<JsonNode> found = new ArrayList<>();
    var answer = desk.get("/call-tasks");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    answer.body().forEach(task -> found.add(desk.get("/call-tasks/" + id(task)).body()));
    return found;
  }

  /// Waits for the only open call.
  protected JsonNode call() {
    await().atMost(SOON).untilAsserted(() -> assertThat(calls()).hasSize(1));
    return calls().getFirst();
  }

  protected Desk.Answer reports(UUID task, String body) {
    return desk.create("/call-tasks/" + task + "/outcomes", body);
  }

  protected static UUID id(JsonNode task) {
    return UUID.fromString(task.path("id").asString());
  }

  /// Another person of the duty room.
  protected Desk another() {
    return new Desk(port, conference, new SignedRequests("notification", "another", "duty"));
  }

  protected JsonNode standing(String contact, String manifest) {
    var answer = desk.get("/standings?contact=" + contact + "&manifest=" + manifest);
    assertThat(answer.body()).as(contact + " " + manifest).hasSize(1);
    return answer.body().get(0);
  }

  protected long eventsOf(String type) {
    var count =
        jdbc.queryForObject(
            "select count(*) from stream_event where conference = ? and type = ?",
            Long.class,
            conference,
            type);
    return count == null ? 0 : count;
  }
}
