package org.huiwu.notification.reminder;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// When it is to be seen who is reminded: once for each bus or session. What waits is in the
/// database: an instance that dies takes nothing with it.
@Component
class ReminderTimes {
  record Due(UUID reminder, UUID conference, String about) {}

  private final JdbcTemplate jdbc;

  ReminderTimes(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// When it is sent, or when it is now that the thing has moved; what was sent is not sent again.
  void keep(Reminder reminder, String about, Instant sendAfter) {
    jdbc.update(
        """
        insert into reminder_occasion as o (reminder, conference, occasion, send_after, state) values (?, ?, ?, ?, 'waiting')
        on conflict (reminder, occasion) do update set send_after = excluded.send_after, state = 'waiting'
        where o.state <> 'done'\
        """,
        reminder.id(),
        reminder.conference(),
        about,
        Timestamp.from(sendAfter));
  }

  /// The thing is not any more, or is over.
  void over(Reminder reminder, Collection<String> about) {
    jdbc.update(
        "update reminder_occasion set state = 'over' where reminder = ? and occasion = any(?) and state = 'waiting'",
        reminder.id(),
        about.toArray(String[]::new));
  }

  /// Whatever waits of it but these is not any more, or is over.
  void overExcept(Reminder reminder, Collection<String> about) {
    jdbc.update(
        "update reminder_occasion set state = 'over' where reminder = ? and occasion <> all(?) and state = 'waiting'",
        reminder.id(),
        about.toArray(String[]::new));
  }

  /// Something was wrong with it: the others are not to wait for that.
  void putOff(Due due, Instant until) {
    jdbc.update(
        "update reminder_occasion set send_after = ? where reminder = ? and occasion = ? and state = 'waiting'",
        Timestamp.from(until),
        due.reminder(),
        due.about());
  }

  List<Due> due(Instant now, int most) {
    return jdbc.query(
        """
        select reminder, conference, occasion from reminder_occasion where state = 'waiting' and send_after <= ?
        order by send_after limit ?\
        """,
        (row, _) ->
            new Due(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)),
        Timestamp.from(now),
        most);
  }

  /// @return false: another instance was first, or it was put off
  boolean claim(Due due, Instant now) {
    return jdbc.update(
            "update reminder_occasion set state = 'done' where reminder = ? and occasion = ? and state = 'waiting' and send_after <= ?",
            due.reminder(),
            due.about(),
            Timestamp.from(now))
        == 1;
  }

  void cancel(UUID reminder) {
    jdbc.update(
        "update reminder_occasion set state = 'over' where reminder = ? and state = 'waiting'",
        reminder);
  }

  long left(UUID reminder) {
    var left =
        jdbc.queryForObject(
            "select count(*) from reminder_occasion where reminder = ? and state = 'waiting'",
            Long.class,
            reminder);
    return left == null ? 0 : left;
  }
}
