package org.huiwu.notification.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiwu.notification.duty.MatterKind;
import org.huiwu.notification.duty.MatterLinks;
import org.huiwu.notification.duty.OpenMatter;
import org.huiwu.notification.duty.OpenMatters;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Letters that failed, or of which nobody knows whether they arrived, and that nothing has made up
/// for: the recipient has not acknowledged what was in it, and no later letter told it again. A PIN
/// is asked for again by whoever needs it, and reminders are counted elsewhere.
@Component
class LostLetterMatters implements OpenMatters {
  private static final int LISTED = 500;

  private static final String LOST =
      """
      from letter l
      where l.conference = ? and l.state in ('failed', 'unknown') and (
        l.purpose in ('first', 'revision', 'resend') and exists (
          select 1 from letter_item i
          join standing s on s.conference = l.conference and s.contact = l.contact and s.manifest = i.manifest
          where i.letter = l.id and s.active and i.to_version > greatest(s.acknowledged, s.settled)
            and not exists (
              select 1 from letter o join letter_item p on p.letter = o.id and p.manifest = i.manifest
              where o.conference = l.conference and o.contact = l.contact and o.planned_at >= l.planned_at and o.id <> l.id
                and o.state in ('waiting', 'sending', 'sent', 'delivered') and p.to_version >= i.to_version))
        or l.purpose in ('escalation', 'call-duty') and not exists (
          select 1 from letter o
          where o.conference = l.conference and o.contact = l.contact and o.planned_at >= l.planned_at and o.id <> l.id
            and o.purpose = l.purpose and o.state in ('waiting', 'sending', 'sent', 'delivered')))\
      """;

  private static final String OLDEST =
      """
      select l.id, l.contact, l.channel, l.purpose, l.state, l.reason, coalesce(l.settled_at, l.sending_at, l.planned_at),
        (select min(s.due) from letter_item i
          join standing s on s.conference = l.conference and s.contact = l.contact and s.manifest = i.manifest
          where i.letter = l.id and s.active and i.to_version > greatest(s.acknowledged, s.settled))\
      """
          + " "
          + LOST
          + " order by l.planned_at, l.id limit ?";

  private final JdbcTemplate jdbc;

  LostLetterMatters(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<OpenMatter> of(UUID conference) {
    return jdbc.query(OLDEST, (row, _) -> matter(conference, row), conference, LISTED);
  }

  @Override
  public long more(UUID conference, int listed) {
    return listed < LISTED
        ? 0
        : Objects.requireNonNull(
                jdbc.queryForObject("select count(*) " + LOST, Long.class, conference))
            - listed;
  }

  private static OpenMatter matter(UUID conference, ResultSet row) throws SQLException {
    var id = row.getObject(1, UUID.class);
    var contact = row.getString(2);
    var channel = row.getString(3);
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("letter", id);
    details.put("channel", channel);
    details.put("purpose", row.getString(4));
    details.put("state", row.getString(5));
    if (row.getString(6) != null) {
      details.put("reason", row.getString(6));
    }
    return new OpenMatter(
        MatterKind.LETTER,
        "letter:" + id,
        "letter-" + row.getString(5),
        List.of(contact, channel),
        contact,
        row.getTimestamp(7).toInstant(),
        row.getObject(8, LocalDateTime.class),
        MatterLinks.lettersTo(conference, contact),
        details);
  }
}
