package org.huiwu.notification.gate;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.standing.EarlierDeadlines;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Once the roll was called, a bus waits for its sites: they must have read their lists before it
/// departs, not only before it arrives. A bus that nobody has seen leave is taken to have left an
/// hour after its time.
@Component
class GateDeadlines implements EarlierDeadlines {
  private static final Duration SURELY_GONE = Duration.ofHours(1);

  private final JdbcTemplate jdbc;
  private final ConferenceClock clock;

  GateDeadlines(JdbcTemplate jdbc, ConferenceClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Map<String, LocalDateTime> of(UUID conference, Collection<String> manifests) {
    var sites = manifests.stream().filter(m -> m.startsWith("site:")).toArray(String[]::new);
    Map<String, LocalDateTime> waits = new HashMap<>();
    if (sites.length > 0) {
      jdbc.query(
          """
          select gs.manifest, min(f.due) from gate g
          join gate_site gs on gs.conference = g.conference and gs.trip = g.trip and gs.required
          join manifest_fact f on f.conference = g.conference and f.manifest = 'trip:' || g.trip
          where g.conference = ? and gs.manifest = any(?) and g.departed_at is null and not f.cancelled and f.due > ?
          group by gs.manifest\
          """,
          row -> {
            waits.put(row.getString(1), row.getObject(2, LocalDateTime.class));
          },
          conference,
          sites,
          clock.local(conference).minus(SURELY_GONE));
    }
    return waits;
  }
}
