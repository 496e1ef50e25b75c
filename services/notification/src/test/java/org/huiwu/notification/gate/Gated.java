package org.huiwu.notification.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.notification.Owner;
import org.huiwu.notification.escalation.Escalated;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.huiwu.platform.messaging.Changeset.Part;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.messaging.StateJson;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/// Two buses whose rolls are called and that leave, and the sites that they go to.
abstract class Gated extends Escalated {
  static final String CALLED = "2026-06-09T13:50";
  static final String LEFT = "{\"happenedAt\": \"2026-06-09T14:02\"}";
  static final String LEFT_NEVERTHELESS =
      "{\"happenedAt\": \"2026-06-09T14:02\", \"reason\": \"天黑前须到\"}";

  Owner site = new Owner("");

  /// Two buses to one site at 16:30, and to another on the next day.
  @BeforeEach
  void two_buses() {
    contact("SITE", "site");
    contact("FAR", "site");
    contact("DUTY", "duty");
    live.trip("X1A", "", "2026-06-09T14:00");
    live.trip("X1B", "", "2026-06-09T14:10");
    live.stop("S1", "SITE", "2026-06-09T16:30");
    live.stop("S2", "FAR", "2026-06-10T09:30");
    site = listed("site:S1");
    listed("site:S2");
    itIs("2026-06-09T08:00");
  }

  void isLive() {
    live.goesLive();
    live.acknowledges("SITE", "site:S1", 1);
    live.acknowledges("FAR", "site:S2", 1);
    itIs(CALLED);
  }

  Changeset rollCall(String trip, List<String> subscribers, ManifestDelta... deltas) {
    return rollCallAt(CALLED, trip, subscribers, deltas);
  }

  /// @param happenedAt by the clock of the phone
  Changeset rollCallAt(
      String happenedAt, String trip, List<String> subscribers, ManifestDelta... deltas) {
    var root = UUID.randomUUID();
    var state =
        Map.of(
            "trip",
            trip,
            "happenedAt",
            happenedAt,
            "learntAt",
            learnt(),
            "aboard",
            List.of("p1"),
            "absent",
            List.of(),
            "unexpected",
            List.of());
    return new Changeset(
        root,
        conference,
        1,
        "transport-dispatch",
        root,
        null,
        Part.WHOLE,
        new Origin("roll-call", "lee", "liaison", null, Instant.EPOCH),
        List.of(
            new AggregateState(
                "transport-dispatch.roll-call",
                UUID.randomUUID().toString(),
                1,
                "roll-call-taken",
                StateJson.of(state))),
        Arrays.asList(deltas),
        subscribers,
        List.of());
  }

  private int seconds;

  private String learnt() {
    seconds++;
    return Instant.parse("2026-06-09T05:50:00Z").plusSeconds(seconds).toString();
  }

  void settledRollCall(String trip, ManifestDelta... deltas) {
    settledRollCallAt(CALLED, trip, deltas);
  }

  void settledRollCallAt(String happenedAt, String trip, ManifestDelta... deltas) {
    var called = rollCallAt(happenedAt, trip, List.of(), deltas);
    say(called);
    settled(called.root());
  }

  JsonNode gate(String trip) {
    var answer = desk.get("/gates/" + trip);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.body();
  }

  String light(String trip) {
    return gate(trip).path("light").asString();
  }

  Desk liaison() {
    return new Desk(port, conference, new SignedRequests("notification", "lee", "liaison"));
  }

  Desk.Answer departs(String trip, String body) {
    return liaison().create("/gates/" + trip + "/departures", body);
  }

  List<String> told(String type) {
    return jdbc.queryForList(
        "select data from stream_event where conference = ? and type = ? order by n",
        String.class,
        conference,
        type);
  }
}
