package org.huiwu.excursion.programme.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.excursion.programme.Stop;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The stops of each conference.
@Repository
public class Stops {
  private static final String SELECT =
      """
      select code, route, seq, name, arrives, leaves, contact, cancelled, version
      from stop where conference = ?
      """;

  private final JdbcTemplate jdbc;

  Stops(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public List<Stop> all(UUID conference) {
    return jdbc.query(
        SELECT + "order by route, seq, arrives, code", (row, _) -> stop(row), conference);
  }

  public Optional<Stop> find(UUID conference, String code) {
    return jdbc.query(SELECT + "and code = ?", (row, _) -> stop(row), conference, code).stream()
        .findFirst();
  }

  public Stop get(UUID conference, String code) {
    return find(conference, code).orElseThrow(() -> new Missing("stop-unknown", code));
  }

  /// Not cancelled, in the order of the visit.
  public List<Stop> onRoutes(UUID conference, Collection<String> routes) {
    return jdbc.query(
        SELECT + "and not cancelled and route = any(?) order by route, seq, arrives, code",
        (row, _) -> stop(row),
        conference,
        routes.toArray(String[]::new));
  }

  /// @return false when the code is taken
  public boolean add(UUID conference, Stop stop) {
    return jdbc.update(
            """
            insert into stop (conference, code, route, seq, name, arrives, leaves, contact, cancelled, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
            """,
            conference,
            stop.code(),
            stop.route(),
            stop.seq(),
            stop.name(),
            stop.arrives(),
            stop.leaves(),
            stop.contact(),
            stop.cancelled(),
            stop.version())
        == 1;
  }

  public void replace(UUID conference, Stop stop) {
    jdbc.update(
        """
        update stop set seq = ?, name = ?, arrives = ?, leaves = ?, contact = ?, cancelled = ?, version = ?
        where conference = ? and code = ?\
        """,
        stop.seq(),
        stop.name(),
        stop.arrives(),
        stop.leaves(),
        stop.contact(),
        stop.cancelled(),
        stop.version(),
        conference,
        stop.code());
  }

  private static Stop stop(ResultSet row) throws SQLException {
    return new Stop(
        row.getString("code"),
        row.getString("route"),
        row.getInt("seq"),
        row.getString("name"),
        row.getObject("arrives", LocalDateTime.class),
        row.getObject("leaves", LocalDateTime.class),
        row.getString("contact"),
        row.getBoolean("cancelled"),
        row.getLong("version"));
  }
}
