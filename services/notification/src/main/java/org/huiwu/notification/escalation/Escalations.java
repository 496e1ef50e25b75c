package org.huiwu.notification.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.escalation.Escalation.What;
import org.huiwu.notification.standing.Standings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The steps that were taken, and those that are due. Every instance looks; whoever claims a debt's
/// step, under the conference's lock, takes it.
@Component
public class Escalations {

  /// A debt of which a step is due.
  record Waiting(UUID conference, String contact, String manifest) {}

  /// Nobody has acknowledged it, and no named person has settled it either.
  static final String OWED = Standings.IN_DEBT + " and told > settled";

  private static final String SELECT =
      "select contact, manifest, from_version, to_version, step, at, what, told, letter, task, n from escalation ";

  private final JdbcTemplate jdbc;
  private final Clock clock;

  Escalations(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// In the order in which they were taken.
  ///
  /// @param contact of this recipient only; null: of all
  /// @param manifest of this one only; null: of all
  /// @param since only those with a number above
  public List<Escalation> of(
      UUID conference, @Nullable String contact, @Nullable String manifest, long since, int limit) {
    return jdbc.query(
        SELECT
            + """
            where conference = ? and (?::text is null or contact = ?) and (?::text is null or manifest = ?)
              and n > ?
            order by n limit ?\
            """,
        (row, _) -> escalation(row),
        conference,
        contact,
        contact,
        manifest,
        manifest,
        since,
        limit);
  }

  /// About any of these manifests, in the order in which they were taken.
  List<Escalation> about(UUID conference, List<String> manifests) {
    return jdbc.query(
        SELECT + "where conference = ? and manifest = any(?) order by n",
        (row, _) -> escalation(row),
        conference,
        manifests.toArray(String[]::new));
  }

  /// Of whom a letter to a stand-in, a chief liaison or the duty room speaks.
  public List<Escalation> toldBy(UUID letter) {
    return jdbc.query(SELECT + "where letter = ? order by n", (row, _) -> escalation(row), letter);
  }

  /// Those that are due, the longest first; not all of them, if there are many.
  List<Waiting> due(int limit) {
    return jdbc.query(
        "select conference, contact, manifest from standing where next_step_at <= ? and "
            + OWED
            + " order by next_step_at limit ?",
        (row, _) -> new Waiting(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
        Timestamp.from(clock.instant()),
        limit);
  }

  /// Inside a transaction under the conference's lock. Empty when another instance was first, or
  /// when nothing is owed any more.
  Optional<Debt> claim(Waiting waiting) {
    return jdbc
        .query(
            """
            update standing set next_step_at = null
            where conference = ? and contact = ? and manifest = ? and next_step_at <= ? and\
            """
                + " "
                + OWED
                + " returning acknowledged, told, ladder_step, coalesce(ladder_since, owed_since), due",
            (row, _) ->
                new Debt(
                    waiting.conference(),
                    waiting.contact(),
                    waiting.manifest(),
                    row.getLong(1),
                    row.getLong(2),
                    row.getInt(3),
                    row.getTimestamp(4).toInstant(),
                    row.getObject(5, LocalDateTime.class)),
            waiting.conference(),
            waiting.contact(),
            waiting.manifest(),
            Timestamp.from(clock.instant()))
        .stream()
        .findFirst();
  }

  /// Something went wrong with it: it is looked at again later. Inside a transaction under the
  /// conference's lock.
  void backOff(Waiting waiting, Duration pause) {
    var now = clock.instant();
    jdbc.update(
        """
        update standing set next_step_at = ?
        where conference = ? and contact = ? and manifest = ? and next_step_at <= ?\
        """,
        Timestamp.from(now.plus(pause)),
        waiting.conference(),
        waiting.contact(),
        waiting.manifest(),
        Timestamp.from(now));
  }

  /// Nothing was to be done yet.
  void postpone(Debt debt, @Nullable Instant next) {
    advance(debt, debt.taken(), debt.since(), next);
  }

  /// @param taken how many steps were taken by now
  /// @param since in the conference's time
  /// @param next on the platform's clock; null: there is none
  void advance(Debt debt, int taken, Instant since, @Nullable Instant next) {
    jdbc.update(
        """
        update standing set ladder_step = ?, ladder_since = ?, next_step_at = ?
        where conference = ? and contact = ? and manifest = ?\
        """,
        taken,
        Timestamp.from(since),
        next == null ? null : Timestamp.from(next),
        debt.conference(),
        debt.contact(),
        debt.manifest());
  }

  void add(
      Debt debt,
      Step step,
      What what,
      @Nullable String told,
      @Nullable UUID letter,
      @Nullable UUID task) {
    jdbc.update(
        """
        insert into escalation (conference, contact, manifest, from_version, to_version, step, at, what, told, letter, task)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        debt.conference(),
        debt.contact(),
        debt.manifest(),
        debt.acknowledged(),
        debt.told(),
        step.wire(),
        Timestamp.from(clock.instant()),
        what.wire(),
        told,
        letter,
        task);
  }

  /// The newest version of which the duty room has been told that it is owed.
  long calledFor(Debt debt) {
    var newest =
        jdbc.queryForObject(
            """
            select coalesce(max(to_version), 0) from escalation
            where conference = ? and contact = ? and manifest = ? and what in ('called', 'reminded')\
            """,
            Long.class,
            debt.conference(),
            debt.contact(),
            debt.manifest());
    return newest == null ? 0 : newest;
  }

  private static Escalation escalation(ResultSet row) throws SQLException {
    return new Escalation(
        row.getLong(11),
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getLong(4),
        Step.of(row.getString(5)),
        row.getTimestamp(6).toInstant(),
        What.valueOf(row.getString(7).toUpperCase(Locale.ROOT)),
        row.getString(8),
        row.getObject(9, UUID.class),
        row.getObject(10, UUID.class));
  }
}
