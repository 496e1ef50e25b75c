package org.huiwu.notification.reminder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The reminders that were ordered. When each is sent is in [ReminderTimes], to whom in
/// [RemindedPeople].
@Component
class Reminders {
  private static final String SELECT =
      """
      select id, conference, template, kind, zh, en, confidential, route, bus, delegation, rank, session,
        minutes_before, urgent, ordered_by, ordered_at, cancelled_at, subject_zh, subject_en
      from reminder\
      """
          + " ";

  private final JdbcTemplate jdbc;

  Reminders(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void add(Reminder reminder) {
    var template = reminder.template();
    var selection = reminder.selection();
    jdbc.update(
        """
        insert into reminder (id, conference, template, kind, zh, en, confidential, route, bus, delegation, rank, session,
          minutes_before, urgent, ordered_by, ordered_at, subject_zh, subject_en)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        reminder.id(),
        reminder.conference(),
        template.code(),
        template.kind().wire(),
        template.zh(),
        template.en(),
        template.confidential(),
        selection.route(),
        selection.bus(),
        selection.delegation(),
        selection.rank(),
        selection.session(),
        reminder.minutesBefore(),
        reminder.urgent(),
        reminder.orderedBy(),
        Timestamp.from(reminder.orderedAt()),
        template.subjectZh(),
        template.subjectEn());
  }

  Optional<Reminder> find(UUID conference, UUID id) {
    return jdbc
        .query(
            SELECT + "where conference = ? and id = ?", (row, _) -> reminder(row), conference, id)
        .stream()
        .findFirst();
  }

  List<Reminder> all(UUID conference) {
    return jdbc.query(
        SELECT + "where conference = ? order by ordered_at desc, id",
        (row, _) -> reminder(row),
        conference);
  }

  /// Those that are not cancelled.
  List<Reminder> active(UUID conference) {
    return jdbc.query(
        SELECT + "where conference = ? and cancelled_at is null order by ordered_at, id",
        (row, _) -> reminder(row),
        conference);
  }

  /// @return whether it was not before
  boolean cancel(UUID reminder, Instant now) {
    return jdbc.update(
            "update reminder set cancelled_at = ? where id = ? and cancelled_at is null",
            Timestamp.from(now),
            reminder)
        == 1;
  }

  private static Reminder reminder(ResultSet row) throws SQLException {
    var cancelled = row.getTimestamp("cancelled_at");
    return new Reminder(
        row.getObject("id", UUID.class),
        row.getObject("conference", UUID.class),
        new ReminderTemplate(
            row.getString("template"),
            ReminderKind.of(row.getString("kind")),
            row.getString("zh"),
            row.getString("en"),
            row.getBoolean("confidential"),
            row.getString("subject_zh"),
            row.getString("subject_en")),
        new Selection(
            row.getString("route"),
            row.getString("bus"),
            row.getString("delegation"),
            row.getObject("rank", Integer.class),
            row.getString("session")),
        row.getInt("minutes_before"),
        row.getBoolean("urgent"),
        row.getString("ordered_by"),
        row.getTimestamp("ordered_at").toInstant(),
        cancelled == null ? null : cancelled.toInstant());
  }
}
