package org.huiwu.excursion.programme.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.excursion.programme.Route;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The routes of each conference.
@Repository
public class Routes {
  private static final String SELECT =
      "select code, name, departs, returns, cancelled, version from route where conference = :conference";

  private final JdbcClient jdbc;

  Routes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<Route> all(UUID conference) {
    return jdbc.sql(SELECT + " order by code")
        .param("conference", conference)
        .query((row, _) -> route(row))
        .list();
  }

  public Optional<Route> find(UUID conference, String code) {
    return jdbc.sql(SELECT + " and code = :code")
        .param("conference", conference)
        .param("code", code)
        .query((row, _) -> route(row))
        .optional();
  }

  public Route get(UUID conference, String code) {
    return find(conference, code).orElseThrow(() -> new Missing("route-unknown", code));
  }

  /// @return false when the code is taken
  public boolean add(UUID conference, Route route) {
    return jdbc.sql(
                """
                insert into route (conference, code, name, departs, returns, cancelled, version)
                values (:conference, :code, :name, :departs, :returns, :cancelled, :version)
                on conflict do nothing\
                """)
            .param("conference", conference)
            .param("code", route.code())
            .param("name", route.name())
            .param("departs", route.departs())
            .param("returns", route.returns())
            .param("cancelled", route.cancelled())
            .param("version", route.version())
            .update()
        == 1;
  }

  public void replace(UUID conference, Route route) {
    jdbc.sql(
            """
            update route set name = :name, departs = :departs, returns = :returns, cancelled = :cancelled, version = :version
            where conference = :conference and code = :code\
            """)
        .param("conference", conference)
        .param("code", route.code())
        .param("name", route.name())
        .param("departs", route.departs())
        .param("returns", route.returns())
        .param("cancelled", route.cancelled())
        .param("version", route.version())
        .update();
  }

  private static Route route(ResultSet row) throws SQLException {
    return new Route(
        row.getString("code"),
        row.getString("name"),
        row.getObject("departs", LocalDateTime.class),
        row.getObject("returns", LocalDateTime.class),
        row.getBoolean("cancelled"),
        row.getLong("version"));
  }
}
