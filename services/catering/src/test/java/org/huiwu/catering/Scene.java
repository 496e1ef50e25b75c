package org.huiwu.catering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A conference with two hotels, one delegation in the first, and one route, heard of by Kafka.
abstract class Scene extends RealServers {
  static final String LUNCH = meal("LUNCH", "2026-06-09T12:00", "hotel:H1");
  static final String DINNER = meal("DINNER", "2026-06-09T19:00", "hotel:H1");
  static final String PICNIC = meal("PICNIC", "2026-06-09T19:00", "route:R1");

  private final Upstream upstream = new Upstream(SERVERS.bootstrap(), TOPICS);
  private Published published;
  UUID conference;
  Desk desk;

  @LocalServerPort int port;

  @BeforeAll
  void listen() {
    published = new Published(SERVERS.bootstrap(), TOPICS);
  }

  @BeforeEach
  void a_conference_with_a_hotel_and_a_route() {
    conference = UUID.randomUUID();
    desk = new Desk(port, conference);
    hear("registration", States.conference(1, "2026-06-08T08:00", "2026-06-11T18:00"));
    hear(
        "accommodation",
        States.hotel("H1", 1, false),
        States.hotel("H3", 1, false),
        States.lodging(1, "H1", ""));
    hear("excursion", States.route("R1", 1, "2026-06-09T14:00", "2026-06-10T19:00", false));
  }

  @AfterAll
  void close() {
    upstream.close();
    published.close();
  }

  Changeset hear(String service, AggregateState... states) {
    return published.reactionTo(upstream.says(conference, service, states));
  }

  Changeset plan(String meals) {
    var answer = desk.create("/meals", "[" + meals + "]");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return published.change(answer.change().orElseThrow());
  }

  Changeset changeOf(Desk.Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return published.change(answer.change().orElseThrow());
  }

  Map<String, String> lines(String meal) {
    Map<String, String> counts = new TreeMap<>();
    order(meal)
        .path("lines")
        .properties()
        .forEach(line -> counts.put(line.getKey(), line.getValue().path("count").asString()));
    return counts;
  }

  Map<String, String> header(String meal) {
    Map<String, String> fields = new TreeMap<>();
    order(meal)
        .path("header")
        .properties()
        .forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
    return fields;
  }

  JsonNode order(String meal) {
    return desk.get("/derived-manifests/meal:" + meal).body();
  }

  static String meal(String code, String starts, String scope) {
    return """
    {"code": "%s", "starts": "%s", "cutoff": "2026-06-07T18:00", "kitchen": "K1",
     "scope": "%s", "contact": "KITCHEN-K1"}\
    """
        .formatted(code, starts, scope);
  }
}
