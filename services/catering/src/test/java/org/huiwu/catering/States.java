package org.huiwu.catering;

import org.huiwu.platform.conversations.Upstream;
import org.huiwu.platform.messaging.Changeset.AggregateState;

/// States of other services' aggregates, whole, as their owners publish them.
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

  /// @param host "" for a delegate
  static AggregateState participant(
      String id,
      long version,
      String event,
      String host,
      int rank,
      boolean attending,
      String diet) {
    return participant(id, version, event, host, rank, attending, diet, "", false);
  }

  /// @param host "" for a delegate
  /// @param route the one asked for, "" = none
  static AggregateState participant(
      String id,
      long version,
      String event,
      String host,
      int rank,
      boolean attending,
      String diet,
      String route,
      boolean asHost) {
    return Upstream.state(
        "registration.participant",
        id,
        version,
        event,
        """
        {"delegation": "GD", "name": "某人", "gender": "F", "rank": %d, "title": "", "phone": "",
         "companionOf": %s, "attending": %s, "declaredDiet": "%s", "requestedRoute": "%s",
         "routeAsHost": %s, "substituteFor": null}
        """
            .formatted(
                rank, host.isEmpty() ? "null" : '"' + host + '"', attending, diet, route, asHost));
  }

  static AggregateState delegate(String id, String diet) {
    return participant(id, 1, "participant-registered", "", 3, true, diet);
  }

  /// Somebody who asks for a route.
  static AggregateState traveller(String id, String route) {
    return participant(id, 1, "participant-registered", "", 3, true, "normal", route, false);
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

  static AggregateState hotel(String code, long version, boolean cancelled) {
    return Upstream.state(
        "accommodation.hotel",
        code,
        version,
        version == 1 ? "hotel-contracted" : "hotel-changed",
        """
        {"code": "%s", "name": "宾馆", "contact": "", "rooms": 3, "cancelled": %s}
        """
            .formatted(code, cancelled));
  }

  /// @param rehoused the second hotel and its date as JSON, or ""
  static AggregateState lodging(long version, String hotel, String rehoused) {
    return Upstream.state(
        "accommodation.lodging",
        "GD",
        version,
        version == 1 ? "lodging-assigned" : "delegation-rehoused",
        """
        {"delegation": "GD", "stays": [{"hotel": "%s", "from": null}%s]}
        """
            .formatted(hotel, rehoused.isEmpty() ? "" : ", " + rehoused));
  }

  static AggregateState route(
      String code, long version, String departs, String returns, boolean cancelled) {
    return Upstream.state(
        "excursion.route",
        code,
        version,
        version == 1 ? "route-planned" : "route-changed",
        """
        {"code": "%s", "name": "线", "departs": "%s", "returns": "%s", "cancelled": %s}
        """
            .formatted(code, departs, returns, cancelled));
  }

  static AggregateState membership(
      String id, long version, String event, String route, boolean absent) {
    return Upstream.state(
        "excursion.membership",
        id,
        version,
        event,
        """
        {"route": "%s", "bus": "X1A", "absent": %s}
        """
            .formatted(route, absent));
  }

  private static String orNull(String time) {
    return time.isEmpty() ? "null" : '"' + time + '"';
  }
}
