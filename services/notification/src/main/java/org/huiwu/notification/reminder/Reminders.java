package org.huiwu.notification.reminder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The reminders that were ordered, when each is sent, and to whom. Everything that waits is in the
/// database: an instance that dies takes nothing with it.
@Component
class Reminders {
  private static final String SELECT =
      """
      select id, conference, template, kind, zh, en, confidential, route, bus, delegation, rank, session,
        minutes_before, urgent, ordered_by, ordered_at, cancelled_at
      from reminder\
      """
          + " ";

  /// Somebody who is to be reminded now.
  ///
  /// @param about the bus or session, `""` for none
  /// @param was the bus from which a change took them; null: it is the bus itself that has changed,
  ///   or no change at all
  record Waiting(
      UUID reminder, String person, String occasion, String about, @Nullable String was) {
    @Override
    public String toString() {
      return "Waiting[" + reminder + "]";
    }
  }

  record Due(UUID reminder, UUID conference, String about) {}

  /// @param about the bus that somebody is on now
  record Moved(String person, String about, @Nullable String was) {
    @Override
    public String toString() {
      return "Moved[" + about + "]";
    }
  }

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
          minutes_before, urgent, ordered_by, ordered_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
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
        Timestamp.from(reminder.orderedAt()));
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
    var first =
        jdbc.update(
                "update reminder set cancelled_at = ? where id = ? and cancelled_at is null",
                Timestamp.from(now),
                reminder)
            == 1;
    jdbc.update(
        "update reminder_occasion set state = 'over' where reminder = ? and state = 'waiting'",
        reminder);
    jdbc.update(
        "update reminder_person set state = 'withdrawn', reason = 'cancelled' where reminder = ? and state = 'waiting'",
        reminder);
    return first;
  }

  /// When it is sent, or when it is now that the thing has moved; what was sent is not sent again.
  void occasion(Reminder reminder, String about, Instant sendAfter) {
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

  /// Each of them once, whatever they were reminded of by it before.
  void remind(Reminder reminder, String about, Collection<String> people, Instant sendAfter) {
    jdbc.update(
        """
        insert into reminder_person (reminder, conference, person, occasion, about, send_after, state)
        select ?, ?, n.person, '', ?, ?, 'waiting' from unnest(?::text[]) as n (person)
        on conflict (reminder, person, occasion) do nothing\
        """,
        reminder.id(),
        reminder.conference(),
        about,
        Timestamp.from(sendAfter),
        people.toArray(String[]::new));
  }

  /// Once for each occasion; who waits to be told of a change already is told how it is then.
  void moved(Reminder reminder, String occasion, Collection<Moved> people, Instant sendAfter) {
    jdbc.batchUpdate(
        """
        insert into reminder_person (reminder, conference, person, occasion, about, was, send_after, state)
        select ?, ?, ?, ?, ?, ?, ?, 'waiting'
        where not exists (select 1 from reminder_person p where p.reminder = ? and p.person = ? and p.state = 'waiting')
        on conflict (reminder, person, occasion) do nothing\
        """,
        people,
        Math.max(1, people.size()),
        (statement, moved) -> {
          statement.setObject(1, reminder.id());
          statement.setObject(2, reminder.conference());
          statement.setString(3, moved.person());
          statement.setString(4, occasion);
          statement.setString(5, moved.about());
          statement.setString(6, moved.was());
          statement.setTimestamp(7, Timestamp.from(sendAfter));
          statement.setObject(8, reminder.id());
          statement.setString(9, moved.person());
        });
  }

  /// Conferences in which somebody is to be reminded now.
  List<UUID> withDue(Instant now) {
    return jdbc.queryForList(
        "select distinct conference from reminder_person where state = 'waiting' and send_after <= ?",
        UUID.class,
        Timestamp.from(now));
  }

  /// At most one of each person; not of those to whom another reminder is about to go out, whose
  /// words it would take the place of.
  List<Waiting> claimPeople(UUID conference, Instant now, int most) {
    return jdbc.query(
        """
        select distinct on (p.person) p.reminder, p.person, p.occasion, p.about, p.was
        from reminder_person p
        where p.conference = ? and p.state = 'waiting' and p.send_after <= ? and not exists (
          select 1 from letter l where l.conference = p.conference and l.contact = 'person:' || p.person
            and l.channel = 'sms' and l.purpose = 'reminder' and l.state = 'waiting')
        order by p.person, p.send_after, p.reminder limit ?\
        """,
        (row, _) ->
            new Waiting(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5)),
        conference,
        Timestamp.from(now),
        most);
  }

  void planned(Waiting waiting, UUID letter) {
    jdbc.update(
        "update reminder_person set state = 'planned', letter = ? where reminder = ? and person = ? and occasion = ?",
        letter,
        waiting.reminder(),
        waiting.person(),
        waiting.occasion());
  }

  void withdraw(Waiting waiting, String reason) {
    jdbc.update(
        "update reminder_person set state = 'withdrawn', reason = ? where reminder = ? and person = ? and occasion = ?",
        reason,
        waiting.reminder(),
        waiting.person(),
        waiting.occasion());
  }

  /// How many of a reminder's people are in which state; `waiting`, `planned`, or why not.
  Map<String, Long> count(UUID reminder) {
    Map<String, Long> count = new HashMap<>();
    jdbc.query(
        """
        select coalesce(p.reason, coalesce(l.state, p.state)), count(*)
        from reminder_person p left join letter l on l.id = p.letter
        where p.reminder = ? group by 1\
        """,
        row -> {
          count.put(row.getString(1), row.getLong(2));
        },
        reminder);
    return count;
  }

  long occasionsLeft(UUID reminder) {
    var left =
        jdbc.queryForObject(
            "select count(*) from reminder_occasion where reminder = ? and state = 'waiting'",
            Long.class,
            reminder);
    return left == null ? 0 : left;
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
            row.getBoolean("confidential")),
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
