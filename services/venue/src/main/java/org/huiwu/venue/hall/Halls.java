package org.huiwu.venue.hall;

import java.util.List;
import java.util.UUID;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/// The halls of a conference: those in which a session is, and those of which something is known.
@Repository
public class Halls {
  private static final String SELECT =
      """
      select n.name, h.capacity, coalesce(h.version, 0)
      from (select hall as name from session where conference = ? and not cancelled
            union select name from hall where conference = ?) n
      left join hall h on h.conference = ? and h.name = n.name\
      """;

  private static final RowMapper<Hall> HALL =
      (row, _) -> new Hall(row.getString(1), row.getObject(2, Integer.class), row.getLong(3));

  private final JdbcTemplate jdbc;

  Halls(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// By name.
  public List<Hall> all(UUID conference) {
    return jdbc.query(SELECT + " order by n.name", HALL, conference, conference, conference);
  }

  /// @throws Missing `hall-unknown` when no session is in it and nothing is known of it
  public Hall get(UUID conference, String name) {
    return jdbc
        .query(SELECT + " where n.name = ?", HALL, conference, conference, conference, name)
        .stream()
        .findFirst()
        .orElseThrow(() -> new Missing("hall-unknown", name));
  }

  /// Writes down how many seats it has; the hall itself when that was known.
  public Hall seat(UUID conference, Hall current, @Nullable Integer capacity) {
    var seated = current.seating(capacity);
    if (!seated.equals(current)) {
      jdbc.update(
          """
          insert into hall (conference, name, capacity, version) values (?, ?, ?, ?)
          on conflict (conference, name) do update set capacity = excluded.capacity, version = excluded.version\
          """,
          conference,
          seated.name(),
          seated.capacity(),
          seated.version());
    }
    return seated;
  }
}
