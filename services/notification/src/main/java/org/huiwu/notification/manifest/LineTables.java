package org.huiwu.notification.manifest;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.huiwu.notification.manifest.LineBatch.Row;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Stores lines as they are published now, and what of them a version revises. In two statements;
/// many that nobody knew are copied in, which costs PostgreSQL less than half.
@Component
class LineTables {
  /// From how many on a COPY, which is planned anew each time, is the cheaper one.
  private static final int MANY = 100;

  private static final int TYPICAL_ROW = 300;

  private final JdbcTemplate jdbc;

  LineTables(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// A line that is not published has no row in any version: under the conference's lock nobody
  /// else writes it.
  ///
  /// @param again lines of an earlier batch of the same cut may come once more
  void write(UUID conference, LineBatch batch, boolean again) {
    var known = new ArrayList<>(batch.known());
    var fresh = batch.fresh();
    if (fresh.size() < MANY) {
      known.addAll(fresh);
    } else {
      copy(conference, fresh);
    }
    upsert(conference, known, again);
  }

  private void copy(UUID conference, List<Row> rows) {
    var lines = new StringBuilder(rows.size() * TYPICAL_ROW);
    var revised = new StringBuilder(rows.size() * TYPICAL_ROW);
    var id = conference.toString();
    for (var row : rows) {
      var content = row.content();
      append(lines, id, row.manifest(), row.line(), Long.toString(row.seq()), content);
      if (row.revised()) {
        var version = Long.toString(row.version());
        append(revised, id, row.manifest(), version, row.line(), row.before(), content);
      }
    }
    copy("copy manifest_line (conference, manifest, line, seq, fields) from stdin", lines);
    copy(
        "copy manifest_version_line (conference, manifest, version, line, before, after) from stdin",
        revised);
  }

  private void copy(String sql, StringBuilder rows) {
    jdbc.execute((ConnectionCallback<Long>) connection -> send(connection, sql, rows.toString()));
  }

  private static long send(Connection connection, String sql, String rows) throws SQLException {
    try {
      return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(rows));
    } catch (IOException e) {
      throw new DataAccessResourceFailureException("the lines could not be sent", e);
    }
  }

  /// As COPY's text format has it.
  private static void append(StringBuilder rows, @Nullable String... values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        rows.append('\t');
      }
      var value = values[i];
      if (value == null) {
        rows.append("\\N");
      } else {
        escaped(rows, value);
      }
    }
    rows.append('\n');
  }

  private static void escaped(StringBuilder rows, String value) {
    for (int i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      switch (c) {
        case '\\' -> rows.append("\\\\");
        case '\t' -> rows.append("\\t");
        case '\n' -> rows.append("\\n");
        case '\r' -> rows.append("\\r");
        default -> rows.append(c);
      }
    }
  }

  private void upsert(UUID conference, List<Row> known, boolean again) {
    if (known.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into manifest_line (conference, manifest, line, seq, fields)
        select ?, x.* from unnest(?::text[], ?::text[], ?::bigint[], ?::text[]) as x
        on conflict (conference, manifest, line) do update set seq = excluded.seq, fields = excluded.fields\
        """,
        conference,
        texts(known, Row::manifest),
        texts(known, Row::line),
        known.stream().map(Row::seq).toArray(Long[]::new),
        texts(known, Row::content));
    var revised = known.stream().filter(Row::revised).toList();
    if (revised.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into manifest_version_line (conference, manifest, version, line, before, after)
        select ?, x.* from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[]) as x\
        """
            + (again
                ? " on conflict (conference, manifest, version, line) do update set after = excluded.after"
                : ""),
        conference,
        texts(revised, Row::manifest),
        revised.stream().map(Row::version).toArray(Long[]::new),
        texts(revised, Row::line),
        texts(revised, Row::before),
        texts(revised, Row::content));
  }

  private static @Nullable String[] texts(List<Row> rows, Function<Row, @Nullable String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }
}
