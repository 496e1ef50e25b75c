package org.huiwu.transportdispatch.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.transportdispatch.service.Neighbours.conference;
import static org.huiwu.transportdispatch.service.Neighbours.delegation;
import static org.huiwu.transportdispatch.service.Neighbours.itinerary;
import static org.huiwu.transportdispatch.service.Neighbours.participant;
import static org.huiwu.transportdispatch.service.Neighbours.route;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.huiwu.platform.conversations.Conversation;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.transportdispatch.TransportDispatchApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/// The service, its neighbours and a desk, in a conference of each test's own with the delegations
/// BJ and GD and the route R1.
@SpringBootTest(
    classes = TransportDispatchApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=transport-dispatch")
abstract class OnRealServers extends Conversation {
  final JdbcTemplate jdbc;
  Neighbours neighbours;

  OnRealServers(JdbcTemplate jdbc) {
    super("transport-dispatch", "tran", "transport", "liaison", "duty");
    this.jdbc = jdbc;
  }

  @BeforeAll
  void the_neighbours_come() {
    neighbours = new Neighbours(upstream(), published());
  }

  @BeforeEach
  void a_conference_is_known() {
    neighbours.say(
        conference,
        conference(conference, false),
        delegation("BJ", false),
        delegation("GD", false));
    neighbours.say(conference, route("R1", false));
  }

  /// What a change, or a changeset of a neighbour, did to our manifests.
  List<ManifestDelta> ripple(UUID changeset) {
    return changeset(changeset).stream().flatMap(c -> c.manifests().stream()).toList();
  }

  List<Changeset> changeset(UUID changeset) {
    return jdbc.query(
        "select payload from outbox where id = ? or payload::jsonb ->> 'cause' = ?",
        (row, _) -> WireJson.mapper().readValue(row.getString(1), Changeset.class),
        changeset,
        changeset.toString());
  }

  /// The lines of our own copy of a trip's manifest, by person.
  Map<String, JsonNode> lines(String trip) {
    Map<String, JsonNode> lines = new TreeMap<>();
    manifest("trip:" + trip)
        .path("lines")
        .properties()
        .forEach(line -> lines.put(line.getKey(), line.getValue()));
    return lines;
  }

  JsonNode line(String trip, String person) {
    return manifest("trip:" + trip).path("lines").path(person);
  }

  Desk.Answer plan(String... trips) {
    var answer = desk.create("/trips", "[" + String.join(",", trips) + "]");
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer;
  }

  static String pickup(String code, String from, String begins, String ends) {
    return """
    {"code": "%s", "kind": "pickup", "plate": "桂A-%s", "seats": 2, "driver": "D", "from": "%s",
     "windowFrom": "%s", "windowTo": "%s", "contact": "TRIP-%s"}\
    """
        .formatted(code, code, from, begins, ends, code);
  }

  static String bus(String code, String route) {
    return """
    {"code": "%s", "kind": "excursion", "plate": "桂A-%s", "seats": 45, "driver": "D", "route": "%s",
     "departs": "2026-06-09T14:00", "delegations": ["BJ", "GD"], "contact": "TRIP-%s"}\
    """
        .formatted(code, code, route, code);
  }

  /// @return the new person's id
  String arrives(String arrival) {
    var id = UUID.randomUUID().toString();
    neighbours.say(conference, participant(id, true), itinerary(id, arrival));
    return id;
  }
}
