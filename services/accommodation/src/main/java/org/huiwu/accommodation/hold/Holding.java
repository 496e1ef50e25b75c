package org.huiwu.accommodation.hold;

import java.util.List;
import java.util.UUID;
import org.huiwu.accommodation.hotel.Hotels;
import org.huiwu.accommodation.subject.Subject;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.springframework.stereotype.Service;

/// Rooms are held, holds change and are cancelled. Which rooms is decided when the change is
/// complete.
@Service
public class Holding {
  static final String AGGREGATE = "accommodation.hold";

  private final Holds holds;
  private final Hotels hotels;

  Holding(Holds holds, Hotels hotels) {
    this.holds = holds;
    this.hotels = hotels;
  }

  /// @throws Refused `hotel-unknown`, `hotel-cancelled`, `hold-without-nights`
  /// @throws Conflict `hold-exists`
  public Hold hold(ChangeScope scope, UUID id, HoldRooms command) {
    check(scope.conference(), id, command);
    var fresh = Hold.of(id, command);
    publish(scope, new HoldEvent.RoomsHeld(fresh));
    return fresh;
  }

  /// @throws Refused `hotel-unknown`, `hotel-cancelled`, `hold-without-nights`
  /// @throws Conflict `hold-exists`, `hold-cancelled`
  public Hold change(ChangeScope scope, Hold current, HoldRooms command) {
    if (current.cancelled()) {
      throw new Conflict("hold-cancelled");
    }
    var next = current.changed(command);
    if (!next.equals(current)) {
      check(scope.conference(), current.id(), command);
      publish(scope, new HoldEvent.HoldChanged(next));
    }
    return next;
  }

  public Hold cancel(ChangeScope scope, Hold current) {
    var next = current.cancel();
    if (!next.equals(current)) {
      publish(scope, new HoldEvent.HoldCancelled(next));
    }
    return next;
  }

  private void check(UUID conference, UUID id, HoldRooms command) {
    if (!command.from().isBefore(command.to())) {
      throw new Refused("hold-without-nights", command.from(), command.to());
    }
    hotels.usable(conference, List.of(command.hotel()));
    holds
        .standing(conference, command.hotel(), command.organisation())
        .filter(other -> !other.id().equals(id))
        .ifPresent(_ -> {
          throw new Conflict("hold-exists", command.organisation(), command.hotel());
        });
  }

  private void publish(ChangeScope scope, HoldEvent event) {
    var now = event.now();
    holds.save(scope.conference(), now);
    scope.changed(AGGREGATE, now.id().toString(), now.version(), event.name(), HoldState.of(now));
    scope.touch(new Subject.Hold(now.id()).key());
  }
}
