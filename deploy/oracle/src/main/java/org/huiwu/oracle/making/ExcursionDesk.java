package org.huiwu.oracle.making;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.huiwu.oracle.CodePoints;
import org.huiwu.oracle.Inventory;
import org.huiwu.oracle.Inventory.Route;
import org.huiwu.oracle.Inventory.Trip;
import org.huiwu.oracle.Standing;

/// Route switches and roll-calls, with the tangles that a real boarding makes of them. Every method
/// answers whether it found something to do.
final class ExcursionDesk {

  private final Dice dice;
  private final Log log;
  private final Inventory inventory;
  private final RegistrationDesk registration;
  private final Size size;

  ExcursionDesk(Dice dice, Log log, Inventory inventory, RegistrationDesk registration, Size size) {
    this.dice = dice;
    this.log = log;
    this.inventory = inventory;
    this.registration = registration;
    this.size = size;
  }

  private void switchRoute(Standing person, String route) {
    log.add("excursion", "switch-route", "person", person.key(), "route", route);
  }

  private String otherRoute(Standing person) {
    return dice.pick(
        inventory.routes().stream()
            .map(Route::code)
            .filter(route -> !route.equals(person.route()))
            .toList());
  }

  private boolean withSomebody(Predicate<Standing> who, Consumer<Standing> deed) {
    Optional<Standing> person = log.somebody(who);
    person.ifPresent(deed);
    return person.isPresent();
  }

  boolean switches() {
    return withSomebody(_ -> true, person -> switchRoute(person, otherRoute(person)));
  }

  /// One after the other to the same route, until its buses are equally full.
  boolean crowdSwitches() {
    String route = dice.pick(inventory.routes()).code();
    List<Standing> crowd =
        log.attending().stream().filter(person -> !person.route().equals(route)).toList();
    dice.some(crowd, dice.between(4, 9)).forEach(person -> switchRoute(person, route));
    return !crowd.isEmpty();
  }

  boolean switchesToNone() {
    return withSomebody(person -> !person.route().isEmpty(), person -> switchRoute(person, ""));
  }

  boolean switchesToPresent() {
    return withSomebody(
        person -> size.contested() || !person.absent(),
        person -> switchRoute(person, person.route()));
  }

  boolean switchesAwayAndBack() {
    return withSomebody(
        person -> !person.route().isEmpty(),
        person -> {
          switchRoute(person, dice.chance(0.5) ? "" : otherRoute(person));
          switchRoute(person, person.route());
        });
  }

  boolean switchesHost() {
    return withSomebody(
        host -> log.attending().stream().anyMatch(p -> host.key().equals(p.companionOf())),
        host -> switchRoute(host, otherRoute(host)));
  }

  boolean absentSwitches() {
    return withSomebody(Standing::absent, person -> switchRoute(person, otherRoute(person)));
  }

  boolean absentSwitchesToNoneAndBack() {
    return withSomebody(
        Standing::absent,
        person -> {
          switchRoute(person, "");
          switchRoute(person, person.route());
        });
  }

  boolean absentSwitchesToPresent() {
    return withSomebody(Standing::absent, person -> switchRoute(person, person.route()));
  }

  /// One person, three desks and a companion: what a family's change of mind looks like.
  boolean switchesThenEverythingElse() {
    return withSomebody(
        person -> person.companionOf() == null && !person.absent(),
        person -> {
          switchRoute(person, otherRoute(person));
          registration.changeItinerary(log.person(person.key()), true);
          registration.changeItinerary(log.person(person.key()), false);
          registration.addCompanionTo(log.person(person.key()));
        });
  }

  boolean rollCall() {
    rollCall(bus(), Set.of(), Set.of(), Set.of());
    return true;
  }

  boolean secondRollCall() {
    String bus = bus();
    rollCall(bus, Set.of(), Set.of(), Set.of());
    rollCall(bus, Set.of(), Set.of(), Set.of());
    return true;
  }

  /// Every bus takes its roll, one after the other.
  boolean allRollCalls() {
    List<Trip> buses = dice.shuffled(buses());
    buses.forEach(bus -> rollCall(bus.code(), Set.of(), Set.of(), Set.of()));
    return true;
  }

  /// The old bus misses somebody whom another bus then finds on board.
  boolean missedThenSeenElsewhere() {
    return withSomebody(
        person -> person.bus() != null && !person.absent() && !log.wasSeen(person),
        person -> {
          rollCall(String.valueOf(person.bus()), Set.of(person.key()), Set.of(), Set.of());
          rollCall(otherBus(person), Set.of(), Set.of(), Set.of(person.key()));
        });
  }

  /// The other order: the new bus is quicker, and the old one reports its passenger in vain.
  boolean seenElsewhereThenMissed() {
    return withSomebody(
        person -> person.bus() != null && buses().size() > 1,
        person -> {
          rollCall(otherBus(person), Set.of(), Set.of(), Set.of(person.key()));
          rollCall(String.valueOf(person.bus()), Set.of(person.key()), Set.of(), Set.of());
        });
  }

  /// Missed at first, on board when the same bus counts again.
  boolean missedThenOnBoard() {
    return withSomebody(
        person -> person.bus() != null && !log.wasSeen(person),
        person -> {
          String bus = String.valueOf(person.bus());
          rollCall(bus, Set.of(person.key()), Set.of(), Set.of());
          rollCall(bus, Set.of(), Set.of(person.key()), Set.of());
        });
  }

  /// On board, then missed by the same bus: being seen beats not being seen.
  boolean onBoardThenMissed() {
    return withSomebody(
        person -> person.bus() != null,
        person -> {
          String bus = String.valueOf(person.bus());
          rollCall(bus, Set.of(), Set.of(person.key()), Set.of());
          rollCall(bus, Set.of(person.key()), Set.of(), Set.of());
        });
  }

  private boolean mayBeMissed(Standing person) {
    return size.contested() || !log.wasSeen(person);
  }

  private List<Trip> buses() {
    return inventory.trips().stream().filter(trip -> trip.kind().equals("excursion")).toList();
  }

  private String bus() {
    return dice.pick(buses()).code();
  }

  private String otherBus(Standing person) {
    return dice.pick(buses().stream().map(Trip::code).filter(bus -> !person.isOn(bus)).toList());
  }

  private void rollCall(String trip, Set<String> missed, Set<String> seen, Set<String> guests) {
    Set<String> aboard = new TreeSet<>(CodePoints.ORDER);
    Set<String> absent = new TreeSet<>(CodePoints.ORDER);
    Set<String> unexpected = new TreeSet<>(CodePoints.ORDER);
    absent.addAll(missed);
    aboard.addAll(seen);
    unexpected.addAll(guests);
    Set<String> named = new LinkedHashSet<>(missed);
    named.addAll(seen);
    named.addAll(guests);
    for (Standing person : log.attending()) {
      if (named.contains(person.key())) {
        continue;
      }
      boolean here = person.isOn(trip);
      boolean wasSeen = trip.equals(person.seenBy());
      if (here && dice.chance(person.absent() ? 0.4 : 0.85)) {
        aboard.add(person.key());
        if (size.exotic() && dice.chance(0.02)) {
          absent.add(person.key());
        }
      } else if (here && mayBeMissed(person) && dice.chance(wasSeen ? 0.1 : 0.5)) {
        absent.add(person.key());
      } else if (!here && log.left(person, trip) && dice.chance(0.3)) {
        absent.add(person.key());
      } else if (!here && dice.chance(1.0 / (40 + log.attending().size()))) {
        unexpected.add(person.key());
      }
    }
    aboard.addAll(unexpected);
    log.add(
        "liaison",
        "roll-call",
        "trip",
        trip,
        "aboard",
        List.copyOf(aboard),
        "absent",
        List.copyOf(absent),
        "unexpected",
        List.copyOf(unexpected));
  }
}
