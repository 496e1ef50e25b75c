package org.huiwu.notification.ripple;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiwu.notification.NotificationProperties;
import org.huiwu.notification.duty.MatterKind;
import org.huiwu.notification.duty.MatterLinks;
import org.huiwu.notification.duty.OpenMatter;
import org.huiwu.notification.duty.OpenMatters;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Changes whose ripple goes on or stalls, and those with something parked.
@Component
class UnsettledMatters implements OpenMatters {
  private static final int LISTED = 500;

  private static final String UNSETTLED =
      "select root, n, action, state, first_seen, settled_at, "
          + OpenChanges.LAST_HEARD
          + ", (select count(*) from ripple_parked p where p.root = change.root) from change"
          + " where conference = ? and state <> 'settled' order by n limit ?";

  private final JdbcTemplate jdbc;
  private final NotificationProperties properties;
  private final Clock clock;

  UnsettledMatters(JdbcTemplate jdbc, NotificationProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public List<OpenMatter> of(UUID conference) {
    var stalledBefore = clock.instant().minus(properties.cutUnfinishedAfter());
    return jdbc.query(
        UNSETTLED, (row, _) -> matter(conference, row, stalledBefore), conference, LISTED);
  }

  @Override
  public long more(UUID conference, int listed) {
    return listed < LISTED
        ? 0
        : Objects.requireNonNull(
                jdbc.queryForObject(
                    "select count(*) from change where conference = ? and state <> 'settled'",
                    Long.class,
                    conference))
            - listed;
  }

  private static OpenMatter matter(UUID conference, ResultSet row, Instant stalledBefore)
      throws SQLException {
    var root = row.getObject(1, UUID.class);
    var parked = row.getString(4).equals("settled-with-parked");
    var stalled = !parked && row.getTimestamp(7).toInstant().isBefore(stalledBefore);
    return new OpenMatter(
        MatterKind.CHANGE,
        "change:" + root,
        parked ? "change-parked" : stalled ? "change-stalled" : "change-open",
        List.of(row.getLong(2), row.getString(3), row.getLong(8)),
        null,
        row.getTimestamp(parked ? 6 : 5).toInstant(),
        null,
        MatterLinks.caseOf(conference, root),
        Map.of(
            "change",
            root,
            "n",
            row.getLong(2),
            "action",
            row.getString(3),
            "parked",
            row.getLong(8)));
  }
}
