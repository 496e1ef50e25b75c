package org.huiwu.excursion.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.huiwu.excursion.service.States.Bus;
import org.huiwu.excursion.service.States.Person;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.http.HttpMethod;

/// A conference of each test's own with the routes R1 and R2 and a stop on each, and the words that
/// the tests are told in: facts come by Kafka, commands by HTTP, lists and states go out by Kafka.
abstract class ExcursionScene extends RealServers {
  protected static final List<String> NOBODY = List.of();
  protected static final String REGISTRATION = "registration";
  protected static final String TRANSPORT = "transport-dispatch";

  @BeforeEach
  void a_conference_with_two_routes() {
    hear(REGISTRATION, States.conference(conference.toString()));
    created("/routes", "[" + route("R1") + "," + route("R2") + "]");
    created("/stops", "[" + stop("S1", "R1", 1) + "," + stop("S2", "R2", 1) + "]");
  }

  @Override
  protected Changeset hear(String service, AggregateState... states) {
    var reaction = super.hear(service, states);
    assertThat(reaction.receipts()).allSatisfy(r -> assertThat(r.parked()).isEmpty());
    return reaction;
  }

  protected Changeset registered(Person... people) {
    return hear(
        REGISTRATION,
        Arrays.stream(people)
            .map(p -> p.state("participant-registered"))
            .toArray(AggregateState[]::new));
  }

  protected Changeset planned(Bus... buses) {
    return hear(
        TRANSPORT,
        Arrays.stream(buses).map(b -> b.state("trip-planned")).toArray(AggregateState[]::new));
  }

  protected Changeset called(
      String trip, int at, List<String> aboard, List<String> absent, List<String> unexpected) {
    return hear(
        TRANSPORT,
        States.rollCall(UUID.randomUUID().toString(), trip, at, aboard, absent, unexpected));
  }

  protected Desk.Answer switchRoute(String person, long version, String route) {
    return desk.send(
        HttpMethod.PUT,
        "/memberships/" + person + "/route",
        version,
        "{\"route\": \"" + route + "\"}");
  }

  /// `route/bus`, with `absent` behind it if so.
  protected String place(String person) {
    var body = desk.get("/memberships/" + person).body();
    return body.path("route").asString()
        + "/"
        + body.path("bus").asString()
        + (body.path("absent").asBoolean() ? " absent" : "");
  }

  /// `event route/bus` of each membership that the changeset tells of, by person.
  protected static Map<String, String> memberships(Changeset changeset) {
    Map<String, String> told = new TreeMap<>();
    changeset.states().stream()
        .filter(s -> s.aggregate().equals("excursion.membership"))
        .forEach(s ->
            told.put(
                s.id(),
                s.event()
                    + " "
                    + s.state().tree().path("route").asString()
                    + "/"
                    + s.state().tree().path("bus").asString()));
    return told;
  }

  /// The bus of each person on the site's list.
  protected Map<String, String> site(String stop) {
    return linesOf("site:" + stop, "bus");
  }

  protected List<String> exceptions() {
    return desk.get("/exceptions")
        .body()
        .valueStream()
        .map(e ->
            e.path("kind").asString() + " " + e.path("person").asString(e.path("bus").asString("")))
        .toList();
  }

  protected static List<String> manifests(Changeset changeset) {
    return changeset.manifests().stream().map(ManifestDelta::manifest).sorted().toList();
  }

  protected static String route(String code) {
    return """
    {"code": "%s", "name": "线", "departs": "2026-06-09T14:00", "returns": "2026-06-10T19:00"}\
    """
        .formatted(code);
  }

  protected static String stop(String code, String route, int seq) {
    return """
    {"code": "%s", "route": "%s", "seq": %d, "name": "点", "arrives": "2026-06-09T16:30",
     "leaves": "2026-06-09T18:00", "contact": "SITE-%s"}\
    """
        .formatted(code, route, seq, code);
  }
}
