package org.huiwu.notification.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.duty.MatterKind;
import org.huiwu.notification.duty.MatterLinks;
import org.huiwu.notification.duty.OpenMatter;
import org.huiwu.notification.duty.OpenMatters;
import org.huiwu.notification.standing.Standings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Cases with recipients who have not acknowledged although the deadline of what was revised is
/// past.
@Component
class OverdueMatters implements OpenMatters {
  private static final int LISTED = 500;

  private static final String OVERDUE =
      """
      from standing s
      join version_recipient r on r.conference = s.conference and r.contact = s.contact and r.manifest = s.manifest
      join manifest_version v on v.conference = r.conference and v.manifest = r.manifest and v.version = r.version
      join change c on c.root = v.root
      where s.conference = ? and s.due < ? and s.\
      """
          + Standings.IN_DEBT
          + " and"
          + CaseLists.OUTSTANDING;

  private static final String OLDEST =
      "select c.root, c.n, c.action, count(*), min(s.owed_since), max(s.due) "
          + OVERDUE
          + "group by c.root, c.n, c.action order by c.n limit ?";

  private final JdbcTemplate jdbc;
  private final ConferenceClock clock;

  OverdueMatters(JdbcTemplate jdbc, ConferenceClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<OpenMatter> of(UUID conference) {
    return jdbc.query(
        OLDEST, (row, _) -> matter(conference, row), conference, clock.local(conference), LISTED);
  }

  @Override
  public long more(UUID conference, int listed) {
    return listed < LISTED
        ? 0
        : Objects.requireNonNull(
                jdbc.queryForObject(
                    "select count(distinct c.root) " + OVERDUE,
                    Long.class,
                    conference,
                    clock.local(conference)))
            - listed;
  }

  private static OpenMatter matter(UUID conference, ResultSet row) throws SQLException {
    var root = row.getObject(1, UUID.class);
    return new OpenMatter(
        MatterKind.CASE,
        "case:" + root,
        "case-overdue",
        List.of(row.getLong(2), row.getString(3), row.getLong(4)),
        null,
        row.getTimestamp(5).toInstant(),
        row.getObject(6, LocalDateTime.class),
        MatterLinks.caseOf(conference, root),
        Map.of(
            "change",
            root,
            "n",
            row.getLong(2),
            "action",
            row.getString(3),
            "outstanding",
            row.getLong(4)));
  }
}
