package org.huiwu.notification.standing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.duty.MatterKind;
import org.huiwu.notification.duty.MatterLinks;
import org.huiwu.notification.duty.OpenMatter;
import org.huiwu.notification.duty.OpenMatters;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Recipients who owe an acknowledgement, one matter each. What a named person has settled is not
/// open any more, though it stays a debt.
@Component
class DebtMatters implements OpenMatters {
  /// A deadline longer ago presses nobody: the next one counts.
  private static final Duration LONG_PAST = Duration.ofHours(12);

  private static final String OPEN =
      """
      with debtor as (
        select s.conference, s.contact, count(*) as manifests, min(s.owed_since) as since,
          coalesce(min(s.due) filter (where s.due > ?), max(s.due)) as due, min(s.next_step_at) as next_step,
          max(s.ladder_step) as step
        from standing s where s.conference = ? and s.told > s.settled and s.\
      """
          + Standings.IN_DEBT
          + """
           group by s.conference, s.contact)
          select d.contact, d.manifests, d.since, d.due, d.next_step, d.step, l.id, l.channel, l.state
          from debtor d left join lateral (
            select id, channel, state from letter
            where conference = d.conference and contact = d.contact and state <> 'withdrawn'
            order by planned_at desc limit 1) l on true
          order by d.contact\
          """;

  private final JdbcTemplate jdbc;
  private final ConferenceClock clock;

  DebtMatters(JdbcTemplate jdbc, ConferenceClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<OpenMatter> of(UUID conference) {
    return jdbc.query(
        OPEN,
        (row, _) -> matter(conference, row),
        clock.local(conference).minus(LONG_PAST),
        conference);
  }

  private static OpenMatter matter(UUID conference, ResultSet row) throws SQLException {
    var contact = row.getString(1);
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("manifests", row.getLong(2));
    details.put("ladderStep", row.getInt(6));
    Timestamp next = row.getTimestamp(5);
    if (next != null) {
      details.put("nextStepAt", next.toInstant());
    }
    var letter = row.getObject(7, UUID.class);
    if (letter != null) {
      details.put("letter", letter);
      details.put("letterChannel", row.getString(8));
      details.put("letterState", row.getString(9));
    }
    return new OpenMatter(
        MatterKind.DEBT,
        "debt:" + contact,
        "debt",
        List.of(contact, row.getLong(2)),
        contact,
        row.getTimestamp(3).toInstant(),
        row.getObject(4, LocalDateTime.class),
        MatterLinks.debtsOf(conference, contact),
        details);
  }
}
