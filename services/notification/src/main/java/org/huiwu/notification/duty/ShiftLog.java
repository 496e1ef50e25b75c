package org.huiwu.notification.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.duty.ShiftEntry.About;
import org.huiwu.notification.stream.ConferenceStream;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What happened on duty, written down as it happens: by those on duty, and by the platform itself
/// where something happens that the next shift must know of. Entries are only ever added, inside a
/// transaction under the conference's lock.
@Component
public class ShiftLog {
  private static final String SELECT =
      """
      select n, at, account, text, code, arguments, about_change, about_manifest, about_contact, corrects
      from shift_entry\
      """
          + " ";

  /// What the live stream says of a new entry: its number, and nothing of its text.
  record Noted(long n) {}

  private final JdbcTemplate jdbc;
  private final ConferenceStream stream;
  private final Clock clock;

  ShiftLog(JdbcTemplate jdbc, ConferenceStream stream, Clock clock) {
    this.jdbc = jdbc;
    this.stream = stream;
    this.clock = clock;
  }

  /// The platform notes something. Its words are notification-duty.properties' `log.<code>`.
  ///
  /// @param arguments codes, accounts and numbers
  public void note(UUID conference, String code, Object... arguments) {
    note(conference, code, About.NOTHING, arguments);
  }

  public void note(UUID conference, String code, About about, Object... arguments) {
    add(
        conference,
        null,
        null,
        code,
        Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new),
        about,
        null);
  }

  /// Somebody on duty writes something.
  ///
  /// @param corrects the number of the entry that this one corrects; null: none
  /// @throws Missing when there is no entry to correct
  public ShiftEntry write(
      UUID conference, String account, String text, About about, @Nullable Long corrects) {
    if (corrects != null && find(conference, corrects).isEmpty()) {
      throw new Missing("shift-entry-unknown", corrects);
    }
    var n = add(conference, account, text, null, new String[0], about, corrects);
    return find(conference, n).orElseThrow();
  }

  private long add(
      UUID conference,
      @Nullable String account,
      @Nullable String text,
      @Nullable String code,
      String[] arguments,
      About about,
      @Nullable Long corrects) {
    long n =
        Objects.requireNonNull(
            jdbc.queryForObject(
                """
                insert into shift_entry (conference, n, at, account, text, code, arguments, about_change, about_manifest,
                  about_contact, corrects)
                select ?, coalesce(max(n), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ? from shift_entry where conference = ?
                returning n\
                """,
                Long.class,
                conference,
                Timestamp.from(clock.instant()),
                account,
                text,
                code,
                arguments,
                about.change(),
                about.manifest(),
                about.contact(),
                corrects,
                conference));
    stream.append(conference, "shift-noted", new Noted(n));
    return n;
  }

  public Optional<ShiftEntry> find(UUID conference, long n) {
    return jdbc
        .query(SELECT + "where conference = ? and n = ?", (row, _) -> entry(row), conference, n)
        .stream()
        .findFirst();
  }

  /// In the order in which they were written.
  public List<ShiftEntry> since(UUID conference, long n, int limit) {
    return jdbc.query(
        SELECT + "where conference = ? and n > ? order by n limit ?",
        (row, _) -> entry(row),
        conference,
        n,
        limit);
  }

  private static ShiftEntry entry(ResultSet row) throws SQLException {
    return new ShiftEntry(
        row.getLong(1),
        row.getTimestamp(2).toInstant(),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        List.of((String[]) row.getArray(6).getArray()),
        new About(row.getObject(7, UUID.class), row.getString(8), row.getString(9)),
        row.getObject(10, Long.class));
  }
}
