package org.huiwu.transportdispatch.upstream;

import java.util.List;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Which excursion routes a bus may run on.
@Component
class RouteListener implements StateListener<RouteListener.Route> {
  record Route(boolean cancelled) {}

  private final JdbcTemplate jdbc;

  RouteListener(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String aggregate() {
    return "excursion.route";
  }

  @Override
  public Class<Route> type() {
    return Route.class;
  }

  @Override
  public void on(List<UpstreamState<Route>> states, ChangeScope scope) {
    jdbc.batchUpdate(
        """
        insert into known_route (conference, code, cancelled) values (?, ?, ?)
        on conflict (conference, code) do update set cancelled = excluded.cancelled\
        """,
        states.stream()
            .map(s -> new Object[] {scope.conference(), s.id(), s.state().cancelled()})
            .toList());
  }
}
