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

/// Who is reminded, and what has become of it.
@Component
class RemindedPeople {
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

  /// @param about the bus that somebody is on now
  record Moved(String person, String about, @Nullable String was) {
    @Override
    public String toString() {
      return "Moved[" + about + "]";
    }
  }

  private final JdbcTemplate jdbc;

  RemindedPeople(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Each of them once for each occasion.
  void remind(
      Reminder reminder,
      String occasion,
      String about,
      Collection<String> people,
      Instant sendAfter) {
    jdbc.update(
        """
        insert into reminder_person (reminder, conference, person, occasion, about, send_after, state)
        select ?, ?, n.person, ?, ?, ?, 'waiting' from unnest(?::text[]) as n (person)
        on conflict (reminder, person, occasion) do nothing\
        """,
        reminder.id(),
        reminder.conference(),
        occasion,
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

  /// At most one of each person; not of those to whom another reminder is about to go out: its
  /// words would be lost.
  List<Waiting> due(UUID conference, Instant now, int most) {
    return jdbc.query(
        """
        select distinct on (p.person) p.reminder, p.person, p.occasion, p.about, p.was
        from reminder_person p
        where p.conference = ? and p.state = 'waiting' and p.send_after <= ? and not exists (
          select 1 from letter l where l.conference = p.conference and l.contact = 'person:' || p.person
            and l.purpose = 'reminder' and l.state in ('waiting', 'sending'))
        order by p.person, p.send_after, p.reminder limit ?\
        """,
        (row, _) -> waiting(row),
        conference,
        Timestamp.from(now),
        most);
  }

  /// False once another instance has dealt with it.
  boolean isDue(Waiting waiting, Instant now) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (select 1 from reminder_person
              where reminder = ? and person = ? and occasion = ? and state = 'waiting' and send_after <= ?)\
            """,
            Boolean.class,
            waiting.reminder(),
            waiting.person(),
            waiting.occasion(),
            Timestamp.from(now)));
  }

  /// Of whom a letter is that was planned before.
  Optional<Waiting> ofLetter(UUID letter, Instant plannedBefore) {
    return jdbc
        .query(
            """
            select p.reminder, p.person, p.occasion, p.about, p.was
            from letter l join reminder_person p on p.conference = l.conference and p.letter = l.id
            where l.id = ? and l.planned_at < ? and p.state = 'planned'\
            """,
            (row, _) -> waiting(row),
            letter,
            Timestamp.from(plannedBefore))
        .stream()
        .findFirst();
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5));
  }

  /// It is written anew then.
  void putOff(Waiting waiting, Instant until) {
    jdbc.update(
        """
        update reminder_person set state = 'waiting', letter = null, send_after = ?
        where reminder = ? and person = ? and occasion = ? and state in ('waiting', 'planned')\
        """,
        Timestamp.from(until),
        waiting.reminder(),
        waiting.person(),
        waiting.occasion());
  }

  /// It may have become time for those who wait: it is asked of each of them.
  void lookAgain(UUID conference, Instant now) {
    jdbc.update(
        "update reminder_person set send_after = ? where conference = ? and state = 'waiting'",
        Timestamp.from(now),
        conference);
  }

  /// As above, for those who wait to be reminded of these.
  void lookAgain(Reminder reminder, Collection<String> about, Instant now) {
    jdbc.update(
        "update reminder_person set send_after = ? where reminder = ? and about = any(?) and state = 'waiting'",
        Timestamp.from(now),
        reminder.id(),
        about.toArray(String[]::new));
  }

  void cancel(UUID reminder) {
    jdbc.update(
        "update reminder_person set state = 'withdrawn', reason = 'cancelled' where reminder = ? and state = 'waiting'",
        reminder);
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
}
