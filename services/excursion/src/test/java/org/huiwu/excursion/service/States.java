package org.huiwu.excursion.service;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.huiwu.platform.conversations.Upstream;
import org.huiwu.platform.messaging.Changeset.AggregateState;

/// States of others' aggregates, whole, as they publish them.
final class States {

  /// A person, told step by step.
  record Person(
      String id,
      long version,
      String delegation,
      String host,
      boolean attending,
      String route,
      boolean asHost,
      String substituteFor) {

    static Person delegate(String id, String delegation, String route) {
      return new Person(id, 1, delegation, "", true, route, false, "");
    }

    static Person companionOf(String host, String id, String delegation) {
      return new Person(id, 1, delegation, host, true, "", true, "");
    }

    Person substitutedBy(String other) {
      return new Person(other, 1, delegation, host, true, route, asHost, id);
    }

    Person withdrawn() {
      return new Person(id, version + 1, delegation, host, false, route, asHost, substituteFor);
    }

    Person reinstated() {
      return new Person(id, version + 1, delegation, host, true, route, asHost, substituteFor);
    }

    AggregateState state(String event) {
      return Upstream.state(
          "registration.participant",
          id,
          version,
          event,
          """
          {"delegation": "%s", "name": "名-%s", "gender": "F", "rank": 2, "title": "", "phone": "",
           "companionOf": %s, "attending": %s, "declaredDiet": "normal", "requestedRoute": "%s",
           "routeAsHost": %s, "substituteFor": %s}
          """
              .formatted(
                  delegation, id, orNull(host), attending, route, asHost, orNull(substituteFor)));
    }
  }

  /// An excursion bus.
  record Bus(
      String code,
      long version,
      String route,
      int seats,
      String plate,
      boolean cancelled,
      List<String> delegations) {

    static Bus of(String code, String route, int seats, String... delegations) {
      return new Bus(code, 1, route, seats, "桂" + code, false, Arrays.asList(delegations));
    }

    Bus plate(String other) {
      return new Bus(code, version + 1, route, seats, other, cancelled, delegations);
    }

    Bus onRoute(String other) {
      return new Bus(code, version + 1, other, seats, plate, cancelled, delegations);
    }

    Bus cancel() {
      return new Bus(code, version + 1, route, seats, plate, true, delegations);
    }

    AggregateState state(String event) {
      return Upstream.state(
          "transport-dispatch.trip",
          code,
          version,
          event,
          """
          {"code": "%s", "kind": "excursion", "plate": "%s", "seats": %d, "driver": "", "route": "%s",
           "departs": "2026-06-09T14:00", "delegations": [%s], "from": "", "windowFrom": null,
           "windowTo": null, "contact": "", "cancelled": %s}
          """
              .formatted(code, plate, seats, route, quoted(delegations), cancelled));
    }
  }

  private States() {}

  static AggregateState conference(String id) {
    return Upstream.state(
        "registration.conference",
        id,
        1,
        "conference-created",
        """
        {"code": "WW", "name": "会", "timezone": "Asia/Shanghai", "starts": "2026-06-08T08:00",
         "ends": "2026-06-11T18:00", "registrationDeadline": null, "rehearsal": true}
        """);
  }

  static AggregateState diet(String person, long version, String diet) {
    return Upstream.state(
        "catering.diet", person, version, "diet-changed", "{\"diet\": \"" + diet + "\"}");
  }

  static AggregateState pickup(String code) {
    return Upstream.state(
        "transport-dispatch.trip",
        code,
        1,
        "trip-planned",
        """
        {"code": "%s", "kind": "pickup", "plate": "桂P", "seats": 9, "driver": "", "route": "",
         "departs": null, "delegations": [], "from": "NNG", "windowFrom": "2026-06-08T08:00",
         "windowTo": "2026-06-08T09:00", "contact": "", "cancelled": false}
        """
            .formatted(code));
  }

  /// @param at the minute past 13:00
  static AggregateState rollCall(
      String id,
      String trip,
      int at,
      List<String> aboard,
      List<String> absent,
      List<String> unexpected) {
    return Upstream.state(
        "transport-dispatch.roll-call",
        id,
        1,
        "roll-call-taken",
        """
        {"trip": "%s", "happenedAt": "2026-06-09T13:%02d", "learntAt": "2026-06-09T06:00:12.345Z",
         "aboard": [%s], "absent": [%s], "unexpected": [%s]}
        """
            .formatted(trip, at, quoted(aboard), quoted(absent), quoted(unexpected)));
  }

  private static String quoted(List<String> values) {
    return values.stream().map(v -> '"' + v + '"').collect(Collectors.joining(", "));
  }

  private static String orNull(String value) {
    return value.isEmpty() ? "null" : '"' + value + '"';
  }
}
