package org.huiwu.registration.upstream;

import java.util.List;
import java.util.UUID;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The excursion routes that registration has heard of.
@Repository
public class KnownRoutes {
  private final JdbcClient client;
  private final JdbcTemplate jdbc;

  KnownRoutes(JdbcClient client, JdbcTemplate jdbc) {
    this.client = client;
    this.jdbc = jdbc;
  }

  /// Routes that run, by code.
  public List<RouteState> all(UUID conference) {
    return client
        .sql(
            "select code, name, cancelled from known_route where conference = ? and not cancelled order by code collate \"C\"")
        .param(conference)
        .query((row, _) -> new RouteState(row.getString(1), row.getString(2), row.getBoolean(3)))
        .list();
  }

  /// @param code empty for none
  /// @throws Refused `route-unknown` if no such route runs
  public void mustRun(UUID conference, String code) {
    if (!code.isEmpty() && all(conference).stream().noneMatch(r -> r.code().equals(code))) {
      throw new Refused("route-unknown", code);
    }
  }

  void store(UUID conference, List<RouteState> routes) {
    jdbc.batchUpdate(
        """
        insert into known_route (conference, code, name, cancelled) values (?, ?, ?, ?)
        on conflict (conference, code) do update
          set name = excluded.name, cancelled = excluded.cancelled\
        """,
        routes.stream()
            .map(r -> new Object[] {conference, r.code(), r.name(), r.cancelled()})
            .toList());
  }
}
