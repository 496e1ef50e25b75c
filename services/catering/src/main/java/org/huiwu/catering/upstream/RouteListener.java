package org.huiwu.catering.upstream;

import java.util.List;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.springframework.stereotype.Component;

/// Keeps when routes depart and return. It concerns those who are on them.
@Component
class RouteListener implements StateListener<Route> {
  private final Routes routes;
  private final People people;

  RouteListener(Routes routes, People people) {
    this.routes = routes;
    this.people = people;
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
    var heard = states.stream().map(UpstreamState::state).toList();
    routes.store(scope.conference(), heard);
    scope.touch(people.onRoutes(scope.conference(), heard.stream().map(Route::code).toList()));
  }
}
