package org.huiwu.excursion.programme;

import java.util.List;
import org.huiwu.excursion.membership.Boarding;
import org.huiwu.excursion.membership.Membership;
import org.huiwu.excursion.membership.Memberships;
import org.huiwu.excursion.membership.messaging.Published;
import org.huiwu.excursion.programme.persistence.Routes;
import org.huiwu.excursion.programme.persistence.Stops;
import org.huiwu.excursion.subject.Subject;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.springframework.stereotype.Service;

/// Planning routes and stops, before the conference and in the middle of it. Runs under the
/// conference's lock, in the transaction that writes the changeset.
@Service
public class Programme {
  static final String ROUTE = "excursion.route";
  static final String STOP = "excursion.stop";

  private final Routes routes;
  private final Stops stops;
  private final Memberships memberships;
  private final Boarding boarding;

  Programme(Routes routes, Stops stops, Memberships memberships, Boarding boarding) {
    this.routes = routes;
    this.stops = stops;
    this.memberships = memberships;
    this.boarding = boarding;
  }

  public void plan(ChangeScope scope, List<Route> planned) {
    for (var route : planned) {
      requireTimes(route);
      if (!routes.add(scope.conference(), route)) {
        throw new Conflict("route-exists", route.code());
      }
      publish(scope, route, "route-planned");
    }
  }

  /// @param next the same route with other plans
  public void change(ChangeScope scope, Route current, Route next) {
    requireOpen(current);
    requireTimes(next);
    routes.replace(scope.conference(), next);
    publish(scope, next, "route-changed");
  }

  /// Its members leave, and its stops are cancelled with it: nobody comes there any more.
  public Route cancel(ChangeScope scope, Route current) {
    var cancelled = current.cancel();
    routes.replace(scope.conference(), cancelled);
    publish(scope, cancelled, "route-cancelled");
    boarding.routeCancelled(scope.conference(), cancelled.code(), new Published(scope));
    stops
        .onRoutes(scope.conference(), List.of(cancelled.code()))
        .forEach(stop -> replace(scope, stop.cancel(), "stop-cancelled"));
    return cancelled;
  }

  /// Also in the middle of the conference: everybody on the route is on the new stop's list at
  /// once.
  public void planStops(ChangeScope scope, List<Stop> planned) {
    for (var stop : planned) {
      requireOpen(
          routes
              .find(scope.conference(), stop.route())
              .orElseThrow(() -> new Refused("route-unknown", stop.route())));
      if (!stops.add(scope.conference(), stop)) {
        throw new Conflict("stop-exists", stop.code());
      }
      publish(scope, stop, "stop-planned");
    }
    planned.stream().map(Stop::route).distinct().forEach(route -> touchMembers(scope, route));
  }

  public void retime(ChangeScope scope, Stop current, Stop next) {
    requireOpen(current);
    replace(scope, next, "stop-retimed");
  }

  /// @param next the same stop with other plans
  public void change(ChangeScope scope, Stop current, Stop next) {
    requireOpen(current);
    replace(scope, next, "stop-changed");
  }

  /// Its manifest closes.
  public Stop cancel(ChangeScope scope, Stop current) {
    var cancelled = current.cancel();
    replace(scope, cancelled, "stop-cancelled");
    touchMembers(scope, cancelled.route());
    return cancelled;
  }

  private void replace(ChangeScope scope, Stop next, String event) {
    stops.replace(scope.conference(), next);
    publish(scope, next, event);
  }

  private static void publish(ChangeScope scope, Stop stop, String event) {
    scope.changed(STOP, stop.code(), stop.version(), event, stop.state());
    scope.touch(Subject.STOP.of(stop.code()));
  }

  private static void publish(ChangeScope scope, Route route, String event) {
    scope.changed(ROUTE, route.code(), route.version(), event, route.state());
  }

  private void touchMembers(ChangeScope scope, String route) {
    memberships.onRoute(scope.conference(), route).stream()
        .map(Membership::person)
        .forEach(p -> scope.touch(Subject.PERSON.of(p)));
  }

  private static void requireTimes(Route route) {
    if (!route.returnsAfterItDeparts()) {
      throw new Refused("route-times", route.code());
    }
  }

  private static void requireOpen(Route route) {
    if (route.cancelled()) {
      throw new Refused("route-cancelled", route.code());
    }
  }

  private static void requireOpen(Stop stop) {
    if (stop.cancelled()) {
      throw new Refused("stop-cancelled", stop.code());
    }
  }
}
