package org.huiwu.accommodation.lodging;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huiwu.accommodation.hotel.Hotels;
import org.huiwu.accommodation.upstream.Delegations;
import org.huiwu.accommodation.upstream.People;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.springframework.stereotype.Service;

/// Delegations are lodged and rehoused. Their people's rooms are decided when the change is
/// complete.
@Service
public class Rehousing {
  static final String AGGREGATE = "accommodation.lodging";

  private final Lodgings lodgings;
  private final Hotels hotels;
  private final Delegations delegations;
  private final People people;

  Rehousing(Lodgings lodgings, Hotels hotels, Delegations delegations, People people) {
    this.lodgings = lodgings;
    this.hotels = hotels;
    this.delegations = delegations;
    this.people = people;
  }

  /// All or none.
  ///
  /// @throws Refused `delegation-unknown`, `hotel-unknown`, `hotel-cancelled`
  /// @throws Conflict `lodging-exists`
  public List<Lodging> assign(ChangeScope scope, List<AssignLodging> commands) {
    var conference = scope.conference();
    var codes = commands.stream().map(AssignLodging::delegation).toList();
    hotels.usable(conference, commands.stream().map(AssignLodging::hotel).distinct().toList());
    var known = delegations.existing(conference, codes);
    Set<String> lodged = new HashSet<>();
    lodgings.of(conference, codes).forEach(l -> lodged.add(l.delegation()));
    for (var code : codes) {
      if (!known.contains(code)) {
        throw new Refused("delegation-unknown", code);
      }
      if (!lodged.add(code)) {
        throw new Conflict("lodging-exists", code);
      }
    }
    var assigned = commands.stream().map(c -> Lodging.assigned(c.delegation(), c.hotel())).toList();
    lodgings.save(conference, assigned);
    assigned.forEach(l -> publish(scope, new LodgingEvent.LodgingAssigned(l)));
    scope.touch(people.subjectsOf(conference, codes));
    return assigned;
  }

  /// @throws Refused `hotel-unknown`, `hotel-cancelled`
  public Lodging rehouse(ChangeScope scope, Lodging current, RehouseDelegation command) {
    hotels.usable(scope.conference(), List.of(command.hotel()));
    var next = current.rehoused(command);
    if (!next.equals(current)) {
      lodgings.save(scope.conference(), List.of(next));
      publish(scope, new LodgingEvent.DelegationRehoused(next));
      scope.touch(people.subjectsOf(scope.conference(), List.of(next.delegation())));
    }
    return next;
  }

  private static void publish(ChangeScope scope, LodgingEvent event) {
    var now = event.now();
    scope.changed(AGGREGATE, now.delegation(), now.version(), event.name(), LodgingState.of(now));
  }
}
