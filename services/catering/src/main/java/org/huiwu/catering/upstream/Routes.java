package org.huiwu.catering.upstream;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The excursion routes that catering has heard of.
@Repository
public class Routes {
  private final JdbcTemplate jdbc;

  Routes(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Whether the route is known and not cancelled.
  public boolean isOpen(UUID conference, String route) {
    return !jdbc.queryForList(
            "select 1 from route where conference = ? and code = ? and not cancelled",
            Integer.class,
            conference,
            route)
        .isEmpty();
  }

  void store(UUID conference, List<Route> routes) {
    jdbc.batchUpdate(
        """
        insert into route (conference, code, departs, returns, cancelled) values (?, ?, ?, ?, ?)
        on conflict (conference, code) do update
          set departs = excluded.departs, returns = excluded.returns, cancelled = excluded.cancelled\
        """,
        routes.stream()
            .map(r -> new Object[] {conference, r.code(), r.departs(), r.returns(), r.cancelled()})
            .toList());
  }
}
