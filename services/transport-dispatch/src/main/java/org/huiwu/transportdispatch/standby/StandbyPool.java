package org.huiwu.transportdispatch.standby;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.springframework.stereotype.Component;

/// The commands on vehicles that stand by: stored, and told to whoever watches.
@Component
public class StandbyPool {
  private final StandbyVehicles vehicles;

  StandbyPool(StandbyVehicles vehicles) {
    this.vehicles = vehicles;
  }

  /// All or none. One that was called or taken off before stands by again.
  ///
  /// @throws Conflict when one of them stands by already
  public List<StandbyVehicle> add(ChangeScope scope, List<StandbyVehicle> added) {
    var plates = added.stream().map(StandbyVehicle::plate).toList();
    var taken = new HashSet<>(vehicles.standing(scope.conference(), plates));
    for (var plate : plates) {
      if (!taken.add(plate)) {
        throw new Conflict("standby-exists", plate);
      }
    }
    var known = added.stream().map(v -> vehicles.put(scope.conference(), v)).toList();
    known.forEach(v -> tell(scope, v, "standby-added"));
    return known;
  }

  /// @param next at the version that it has now
  public StandbyVehicle change(ChangeScope scope, StandbyVehicle next) {
    return kept(scope, next.at(next.version() + 1), "standby-changed");
  }

  public StandbyVehicle remove(ChangeScope scope, StandbyVehicle vehicle) {
    return kept(scope, vehicle.removed(), "standby-removed");
  }

  /// A vehicle that stands by has been given a trip.
  public void call(ChangeScope scope, StandbyVehicle vehicle, String trip) {
    kept(scope, vehicle.calledTo(trip), "standby-called");
  }

  /// Only one that stands by now can be called.
  public Optional<StandbyVehicle> standing(ChangeScope scope, String plate) {
    return vehicles
        .find(scope.conference(), plate)
        .filter(v -> v.state() == StandbyVehicle.State.STANDING);
  }

  private StandbyVehicle kept(ChangeScope scope, StandbyVehicle next, String event) {
    vehicles.replace(scope.conference(), next);
    tell(scope, next, event);
    return next;
  }

  private static void tell(ChangeScope scope, StandbyVehicle vehicle, String event) {
    scope.changed(
        StandbyState.AGGREGATE,
        vehicle.plate(),
        vehicle.version(),
        event,
        StandbyState.of(vehicle));
  }
}
