package org.huiwu.transportdispatch.service;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huiwu.platform.conversations.Published;
import org.huiwu.platform.conversations.Upstream;
import org.huiwu.platform.messaging.Changeset.AggregateState;

/// Speaks to the service as registration and excursion do: changesets over Kafka. A call returns
/// when the service has acknowledged the changeset.
final class Neighbours {
  private final Upstream upstream;
  private final Published published;
  private final Map<String, Long> versions = new HashMap<>();

  Neighbours(Upstream upstream, Published published) {
    this.upstream = upstream;
    this.published = published;
  }

  /// @param json the aggregate's state as in the contract
  record Said(String aggregate, String id, String event, String json) {}

  /// @return the changeset's id
  UUID say(UUID conference, Said... said) {
    var owner = said[0].aggregate().substring(0, said[0].aggregate().indexOf('.'));
    var states = Arrays.stream(said).map(s -> state(conference, s)).toArray(AggregateState[]::new);
    var changeset = upstream.says(conference, owner, states);
    published.reactionTo(changeset);
    return changeset;
  }

  private AggregateState state(UUID conference, Said said) {
    var version = versions.merge(conference + said.aggregate() + '/' + said.id(), 1L, Long::sum);
    return Upstream.state(said.aggregate(), said.id(), version, said.event(), said.json());
  }

  static Said conference(UUID id, boolean rehearsal) {
    return new Said(
        "registration.conference",
        id.toString(),
        "conference-created",
        """
        {"code": "WW2026", "name": "会", "timezone": "Asia/Shanghai", "starts": "2026-06-08T08:00",
         "ends": "2026-06-11T18:00", "registrationDeadline": null, "rehearsal": %s}\
        """
            .formatted(rehearsal));
  }

  static Said delegation(String code, boolean cancelled) {
    return new Said(
        "registration.delegation",
        code,
        "delegation-registered",
        """
        {"code": "%s", "name": "团", "cancelled": %s}\
        """
            .formatted(code, cancelled));
  }

  static Said participant(String id, boolean attending) {
    return new Said(
        "registration.participant",
        id,
        attending ? "participant-registered" : "participant-withdrawn",
        """
        {"delegation": "BJ", "name": "邹霞", "gender": "F", "rank": 2, "title": "", "phone": "", "companionOf": null,
         "attending": %s, "declaredDiet": "normal", "requestedRoute": "", "routeAsHost": false, "substituteFor": null}\
        """
            .formatted(attending));
  }

  /// @param arrival time, place and number, e.g. `2026-06-08T10:15 NNG CA1335`; `-` for unknown
  static Said itinerary(String id, String arrival) {
    var said = arrival.split(" ", -1);
    return new Said(
        "registration.itinerary",
        id,
        "itinerary-recorded",
        """
        {"arrival": {"time": %s, "place": "%s", "number": "%s"},
         "departure": {"time": null, "place": "", "number": ""}}\
        """
            .formatted(
                said[0].equals("-") ? "null" : '"' + said[0] + '"',
                said[1].equals("-") ? "" : said[1],
                said[2].equals("-") ? "" : said[2]));
  }

  static Said route(String code, boolean cancelled) {
    return new Said(
        "excursion.route",
        code,
        "route-planned",
        """
        {"code": "%s", "name": "百色", "departs": "2026-06-09T14:00", "returns": "2026-06-10T19:00", "cancelled": %s}\
        """
            .formatted(code, cancelled));
  }

  static Said membership(String id, String bus, boolean absent) {
    return new Said(
        "excursion.membership",
        id,
        "member-placed",
        """
        {"route": "%s", "bus": "%s", "absent": %s}\
        """
            .formatted(bus.isEmpty() ? "" : "R1", bus, absent));
  }
}
