package org.huiwu.notification.retiming;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.huiwu.notification.retiming.Retiming.Answer;
import org.huiwu.notification.retiming.Retiming.Outcome;
import org.huiwu.notification.stream.ConferenceStream;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What desks have asked of each other. Written inside a transaction under the conference's lock.
@Component
public class Retimings {
  private static final String SELECT =
      """
      select id, desk, minutes, plans, due, reason, asked_by, asked_as, asked_at, outcome, word, answered_by, answered_at
      from retiming where conference = ?\
      """
          + " ";

  /// What the live stream says of one: whose it is, and nothing of its words.
  record Changed(UUID retiming, String desk) {}

  private final JdbcTemplate jdbc;
  private final ConferenceStream stream;

  Retimings(JdbcTemplate jdbc, ConferenceStream stream) {
    this.jdbc = jdbc;
    this.stream = stream;
  }

  public void add(UUID conference, Retiming asked) {
    jdbc.update(
        """
        insert into retiming (conference, id, desk, minutes, plans, due, reason, asked_by, asked_as, asked_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        conference,
        asked.id(),
        asked.desk(),
        asked.minutes(),
        asked.plans().toArray(String[]::new),
        asked.due(),
        asked.reason(),
        asked.askedBy(),
        asked.askedAs(),
        Timestamp.from(asked.askedAt()));
    stream.append(conference, "retiming-changed", new Changed(asked.id(), asked.desk()));
  }

  /// @throws Missing when nothing was asked under this id
  public Retiming get(UUID conference, UUID id) {
    return jdbc.query(SELECT + "and id = ?", (row, _) -> retiming(row), conference, id).stream()
        .findFirst()
        .orElseThrow(() -> new Missing("retiming-unknown", id));
  }

  /// Those that wait for an answer, the oldest first.
  public List<Retiming> open(UUID conference) {
    return jdbc.query(
        SELECT + "and outcome is null order by asked_at, id",
        (row, _) -> retiming(row),
        conference);
  }

  /// The latest first.
  public List<Retiming> latest(UUID conference, int limit) {
    return jdbc.query(
        SELECT + "order by asked_at desc, id limit ?",
        (row, _) -> retiming(row),
        conference,
        limit);
  }

  /// @throws Conflict when somebody has answered before
  public Retiming answer(UUID conference, UUID id, Answer answer) {
    var asked = get(conference, id);
    if (asked.answer() != null) {
      throw new Conflict("retiming-answered", asked.answer().by());
    }
    jdbc.update(
        """
        update retiming set outcome = ?, word = ?, answered_by = ?, answered_at = ?
        where conference = ? and id = ?\
        """,
        answer.outcome().wire(),
        answer.word(),
        answer.by(),
        Timestamp.from(answer.at()),
        conference,
        id);
    stream.append(conference, "retiming-changed", new Changed(id, asked.desk()));
    return get(conference, id);
  }

  private static Retiming retiming(ResultSet row) throws SQLException {
    var outcome = row.getString(10);
    return new Retiming(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getInt(3),
        List.of((String[]) row.getArray(4).getArray()),
        row.getObject(5, LocalDateTime.class),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getTimestamp(9).toInstant(),
        outcome == null
            ? null
            : new Answer(
                Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
                Objects.requireNonNullElse(row.getString(11), ""),
                row.getString(12),
                row.getTimestamp(13).toInstant()));
  }
}
