package org.huiwu.venue;

import org.huiwu.platform.conversations.Upstream;
import org.huiwu.platform.messaging.Changeset.AggregateState;

/// States of registration's aggregates, whole, as it publishes them.
final class States {
  private States() {}

  static AggregateState conference(long version, String starts, String ends) {
    return Upstream.state(
        "registration.conference",
        "c",
        version,
        version == 1 ? "conference-created" : "conference-corrected",
        """
        {"code": "WW", "name": "会", "timezone": "Asia/Shanghai", "starts": "%s", "ends": "%s",
         "registrationDeadline": null, "rehearsal": true}
        """
            .formatted(starts, ends));
  }

  static AggregateState delegation(String code, long version, String name) {
    return Upstream.state(
        "registration.delegation",
        code,
        version,
        version == 1 ? "delegation-registered" : "delegation-corrected",
        """
        {"code": "%s", "name": "%s", "cancelled": false}
        """
            .formatted(code, name));
  }

  /// @param host "" for a delegate
  static AggregateState participant(
      String id, long version, String event, String delegation, String host, boolean attending) {
    return Upstream.state(
        "registration.participant",
        id,
        version,
        event,
        """
        {"delegation": "%s", "name": "某人", "gender": "F", "rank": 3, "title": "", "phone": "",
         "companionOf": %s, "attending": %s, "declaredDiet": "normal", "requestedRoute": "",
         "routeAsHost": false, "substituteFor": null}
        """
            .formatted(delegation, host.isEmpty() ? "null" : '"' + host + '"', attending));
  }

  static AggregateState delegate(String id, String delegation) {
    return participant(id, 1, "participant-registered", delegation, "", true);
  }

  /// @param arrival and `departure`: "" = not known
  static AggregateState itinerary(String id, long version, String arrival, String departure) {
    return Upstream.state(
        "registration.itinerary",
        id,
        version,
        version == 1 ? "itinerary-recorded" : "itinerary-changed",
        """
        {"arrival": {"time": %s, "place": "NNG", "number": "CZ1"},
         "departure": {"time": %s, "place": "", "number": ""}}
        """
            .formatted(orNull(arrival), orNull(departure)));
  }

  private static String orNull(String time) {
    return time.isEmpty() ? "null" : '"' + time + '"';
  }
}
