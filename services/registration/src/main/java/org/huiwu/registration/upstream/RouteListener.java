package org.huiwu.registration.upstream;

import java.util.List;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.springframework.stereotype.Component;

/// Learns excursion's routes. Requests already made stay as they are: they are excursion's to
/// resolve.
@Component
class RouteListener implements StateListener<RouteState> {
  private final KnownRoutes routes;

  RouteListener(KnownRoutes routes) {
    this.routes = routes;
  }

  @Override
  public String aggregate() {
    return "excursion.route";
  }

  @Override
  public Class<RouteState> type() {
    return RouteState.class;
  }

  @Override
  public void on(List<UpstreamState<RouteState>> states, ChangeScope scope) {
    routes.store(scope.conference(), states.stream().map(UpstreamState::state).toList());
  }
}
