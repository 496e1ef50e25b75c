package org.huiwu.registration.service;

import java.util.UUID;
import org.huiwu.platform.conversations.Upstream;
import org.huiwu.platform.messaging.Changeset.AggregateState;

/// Excursion, as far as registration hears of it.
final class ExcursionVoice implements AutoCloseable {
  private final Upstream upstream;

  ExcursionVoice(String bootstrap, String topics) {
    this.upstream = new Upstream(bootstrap, topics, "registration");
  }

  static AggregateState route(String code, String name, long version, boolean cancelled) {
    var state =
        """
        {"code": "%s", "name": "%s", "departs": "2026-06-09T14:00", "returns": "2026-06-10T19:00",
         "cancelled": %s}\
        """
            .formatted(code, name, cancelled);
    return Upstream.state(
        "excursion.route", code, version, version == 1 ? "route-planned" : "route-changed", state);
  }

  /// Says on which route a person is.
  ///
  /// @return the changeset's id
  UUID places(UUID conference, String person, String route, long version) {
    var state = "{\"route\": \"%s\", \"bus\": \"\", \"absent\": false}".formatted(route);
    return says(
        conference,
        Upstream.state("excursion.membership", person, version, "route-switched", state));
  }

  /// @return the changeset's id
  UUID says(UUID conference, AggregateState... states) {
    return upstream.says(conference, "excursion", states);
  }

  @Override
  public void close() {
    upstream.close();
  }
}
