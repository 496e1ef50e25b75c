package org.huiwu.transportdispatch.trip;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.huiwu.transportdispatch.standby.StandbyPool;
import org.huiwu.transportdispatch.standby.StandbyVehicle;
import org.huiwu.transportdispatch.subject.Subject;
import org.huiwu.transportdispatch.trip.TripDecision.Contradicted;
import org.huiwu.transportdispatch.trip.TripDecision.Happened;
import org.huiwu.transportdispatch.trip.TripDecision.Unchanged;
import org.springframework.stereotype.Service;

/// The commands on trips: decide, store, publish, and say whose lines change.
@Service
public class Dispatching {
  private final Trips trips;
  private final Surroundings surroundings;
  private final StandbyPool standby;

  Dispatching(Trips trips, Surroundings surroundings, StandbyPool standby) {
    this.trips = trips;
    this.surroundings = surroundings;
    this.standby = standby;
  }

  /// All or none. A pickup that is added in the middle of the conference has its people at once.
  public List<Trip> plan(ChangeScope scope, List<PlanTrip> commands) {
    var conference = scope.conference();
    var known = surroundings.references(conference);
    var events =
        commands.stream()
            .map(command -> Trip.plan(command, known))
            .flatMap(decision -> event(decision).stream())
            .toList();
    var planned = events.stream().map(TripEvent::trip).toList();
    mustBeFree(conference, planned);
    trips.add(conference, planned);
    events.forEach(event -> publish(scope, event));
    return planned;
  }

  public Trip change(ChangeScope scope, Trip trip, ChangeTrip command) {
    var members =
        switch (trip.run()) {
          case Run.Excursion _ ->
              surroundings.people(scope.conference(), trip.code(), trip.run()).size();
          case Run.Pickup _ -> 0;
        };
    return apply(
        scope, trip, trip.change(command, surroundings.references(scope.conference()), members));
  }

  /// A vehicle that stands by is called with this. A pickup's list then goes to its driver; an
  /// excursion bus's stays with whoever leads the bus.
  public Trip replaceVehicle(ChangeScope scope, Trip trip, ReplaceVehicle command) {
    var waiting = standby.standing(scope, command.plate());
    var decision =
        trip.replaceVehicle(waiting.map(v -> filledIn(command, v, trip.run())).orElse(command));
    var after = apply(scope, trip, decision);
    if (decision instanceof Happened) {
      waiting.ifPresent(v -> standby.call(scope, v, trip.code()));
    }
    return after;
  }

  public Trip retime(ChangeScope scope, Trip trip, RetimeTrip command) {
    return apply(scope, trip, trip.retime(command));
  }

  public Trip cancel(ChangeScope scope, Trip trip) {
    return apply(scope, trip, trip.cancel());
  }

  private static ReplaceVehicle filledIn(ReplaceVehicle command, StandbyVehicle vehicle, Run run) {
    var driversOwn =
        switch (run) {
          case Run.Pickup _ when !vehicle.contact().isEmpty() -> vehicle.contact();
          case Run.Pickup _, Run.Excursion _ -> null;
        };
    return new ReplaceVehicle(
        command.plate(),
        Objects.requireNonNullElse(command.seats(), vehicle.seats()),
        Objects.requireNonNullElse(command.driver(), vehicle.driver()),
        command.contact() == null ? driversOwn : command.contact());
  }

  private void mustBeFree(UUID conference, List<Trip> planned) {
    var codes = planned.stream().map(Trip::code).toList();
    Set<String> taken = new HashSet<>(trips.taken(conference, codes));
    for (var code : codes) {
      if (!taken.add(code)) {
        throw new Conflict("trip-exists", code);
      }
    }
  }

  private Trip apply(ChangeScope scope, Trip before, TripDecision decision) {
    return event(decision)
        .map(event -> {
          trips.replace(scope.conference(), event.trip());
          publish(scope, event);
          return event.trip();
        })
        .orElse(before);
  }

  private static Optional<TripEvent> event(TripDecision decision) {
    return switch (decision) {
      case Happened(var event) -> Optional.of(event);
      case Unchanged _ -> Optional.empty();
      case TripDecision.Refused(var code, var arguments) ->
          throw new Refused(code, arguments.toArray());
      case Contradicted(var code, var arguments) -> throw new Conflict(code, arguments.toArray());
    };
  }

  private void publish(ChangeScope scope, TripEvent event) {
    var trip = event.trip();
    scope.changed(
        TripState.AGGREGATE, trip.code(), trip.version(), event.name(), TripState.of(trip));
    scope.touch(Subject.TRIP.of(trip.code()));
    for (var run : event.runsConcerned()) {
      scope.touch(Subject.PERSON.of(surroundings.people(scope.conference(), trip.code(), run)));
    }
  }
}
