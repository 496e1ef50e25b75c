package org.huiwu.accommodation;

import org.huiwu.platform.conversations.Upstream;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.jspecify.annotations.Nullable;

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

  static AggregateState delegation(String code) {
    return Upstream.state(
        "registration.delegation",
        code,
        1,
        "delegation-registered",
        """
        {"code": "%s", "name": "某省", "cancelled": false}
        """
            .formatted(code));
  }

  /// Somebody of one delegation or another, to be published in any state.
  record Person(
      String id,
      String delegation,
      String gender,
      int rank,
      @Nullable String host,
      @Nullable String substituteFor,
      boolean attending) {

    static Person of(String id, String delegation, String gender) {
      return new Person(id, delegation, gender, 3, null, null, true);
    }

    Person companion(String companion, String of) {
      return new Person(companion, delegation, of, 4, id, null, true);
    }

    Person companionOf(String other) {
      return new Person(id, delegation, gender, rank, other, substituteFor, attending);
    }

    Person substitute(String other, String of) {
      return new Person(other, delegation, of, rank, host, id, true);
    }

    Person withdrawn() {
      return new Person(id, delegation, gender, rank, host, substituteFor, false);
    }

    Person corrected(String to) {
      return new Person(id, delegation, to, rank, host, substituteFor, attending);
    }

    AggregateState at(long version, String event) {
      return Upstream.state(
          "registration.participant",
          id,
          version,
          event,
          """
          {"delegation": "%s", "name": "某人%s", "gender": "%s", "rank": %d, "title": "", "phone": "",
           "companionOf": %s, "attending": %s, "declaredDiet": "normal", "requestedRoute": "",
           "routeAsHost": false, "substituteFor": %s}
          """
              .formatted(
                  delegation, id, gender, rank, quoted(host), attending, quoted(substituteFor)));
    }

    AggregateState registered() {
      return at(1, "participant-registered");
    }

    /// Times unknown.
    AggregateState itinerary() {
      return itinerary(1, null, null);
    }

    AggregateState itinerary(long version, @Nullable String arrival, @Nullable String departure) {
      return Upstream.state(
          "registration.itinerary",
          id,
          version,
          version == 1 ? "itinerary-recorded" : "itinerary-changed",
          """
          {"arrival": {"time": %s, "place": "NNG", "number": "CZ1"},
           "departure": {"time": %s, "place": "", "number": ""}}
          """
              .formatted(quoted(arrival), quoted(departure)));
    }
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "null" : '"' + text + '"';
  }
}
