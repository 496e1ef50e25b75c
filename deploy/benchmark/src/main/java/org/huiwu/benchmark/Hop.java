package org.huiwu.benchmark;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.huiwu.benchmark.method.Arrivals;
import org.huiwu.benchmark.method.Passage;
import tools.jackson.databind.json.JsonMapper;

/// One hop of the platform: from the change, as the venue's use case is called, to the committed
/// new version of the one manifest that it affects. All that the platform does is in between: the
/// conference's lock, facts, manifest lines, outbox, relay, Kafka, the tree of receipts, the
/// version; HTTP is not.
final class Hop implements AutoCloseable {
  /// As many as the service has connections.
  private static final int THREADS = 8;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = new JsonMapper();

  private final Servers servers;
  private final NotificationInside notification;
  private final VenueInside venue;

  Hop(Servers servers, int sessions) {
    this.servers = servers;
    notification = new NotificationInside(servers);
    venue = new VenueInside(servers, 1, sessions);
  }

  Passage run(Arrivals arrivals) throws Exception {
    var passage = new Passage(arrivals);
    notification.listen((moved, at) -> passage.ended(moved.n(), at));
    passage.run(THREADS, venue::move);
    if (!passage.awaitAll(PATIENCE)) {
      throw new IllegalStateException(passage.missing() + " changes have not arrived in 60 s");
    }
    return passage;
  }

  /// Whether every manifest is what the owner's facts say, and every change has settled.
  ///
  /// @throws IllegalStateException otherwise
  void verify() throws SQLException {
    var owned = read("venue", "select code, hall from session");
    var published = read("notification", "select manifest, header from manifest");
    owned.forEach((code, hall) -> {
      var header = published.get("session:" + code);
      if (header == null || !JSON.readTree(header).path("hall").asString().equals(hall)) {
        throw new IllegalStateException(
            "session:" + code + " is published as " + header + ", and is in " + hall);
      }
    });
    var open = read("notification", "select root::text, state from change where state = 'open'");
    if (owned.size() != published.size() || !open.isEmpty()) {
      throw new IllegalStateException(
          "%d sessions, %d manifests, %d changes open"
              .formatted(owned.size(), published.size(), open.size()));
    }
  }

  private Map<String, String> read(String service, String sql) throws SQLException {
    Map<String, String> found = new HashMap<>();
    try (var connection = servers.connect(Inside.database(service));
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.put(rows.getString(1), rows.getString(2));
      }
    }
    return found;
  }

  @Override
  public void close() {
    venue.close();
    notification.close();
  }
}
