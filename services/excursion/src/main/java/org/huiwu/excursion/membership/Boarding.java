package org.huiwu.excursion.membership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.huiwu.excursion.membership.MembershipEvent.MemberLeft;
import org.huiwu.excursion.membership.MembershipEvent.MemberPlaced;

/// Brings people and buses together: each method is told what has come about (the facts are stored
/// already), decides what is due by it, stores and announces the decisions.
///
/// A decision whose inputs are not all there waits, and is made by the call that brings the last of
/// them, so that the order in which services hear of each other does not matter. Everything here
/// runs under the conference's lock, and may be called again with the same facts without effect.
public final class Boarding {
  private final Memberships memberships;
  private final Passengers passengers;
  private final Fleets fleets;
  private final RollCalls rollCalls;

  public Boarding(
      Memberships memberships, Passengers passengers, Fleets fleets, RollCalls rollCalls) {
    this.memberships = memberships;
    this.passengers = passengers;
    this.fleets = fleets;
    this.rollCalls = rollCalls;
  }

  /// Touches this one person only.
  public SwitchRoute.Decision switchRoute(
      UUID conference, Membership current, SwitchRoute command, Announcements announcements) {
    var round = begin(conference, List.of(current.person()));
    var decision = command.decide(current, round.attending(current.person()), round.fleet());
    if (decision instanceof SwitchRoute.Decision.Decided(var event)) {
      round.apply(event);
      round.finish(memberships, rollCalls, announcements);
      rollCalls.overtaken(conference, current.person());
    }
    return decision;
  }

  /// Touches this one person only, as a switch does.
  public MoveMember.Decision move(
      UUID conference, Membership current, MoveMember command, Announcements announcements) {
    var round = begin(conference, List.of(current.person()));
    var decision = command.decide(current, round.attending(current.person()), round.fleet());
    if (decision instanceof MoveMember.Decision.Decided(var event)) {
      round.apply(event);
      round.finish(memberships, rollCalls, announcements);
      rollCalls.overtaken(conference, current.person());
    }
    return decision;
  }

  /// People are known for the first time, or something about them is new: places those who have no
  /// place, and applies the roll-calls that were waiting for them.
  public void peopleKnown(UUID conference, Collection<String> people, Announcements announcements) {
    var round = begin(conference, people);
    var fresh = seed(round, round.passengers(people));
    var placed = place(round, round.passengers(people));
    placeWaiting(round, routes(round, placed));
    var concerned = new TreeSet<>(people);
    concerned.addAll(fresh);
    judge(round, rollCalls.openOf(conference, concerned));
    round.finish(memberships, rollCalls, announcements);
  }

  /// Trips are known for the first time, or changed: those whose bus does not run on their route
  /// any more are placed anew, in the order of registration; a bus that runs takes those who were
  /// waiting for one, and moves nobody else; roll-calls that were waiting for it are applied.
  public void tripsChanged(UUID conference, Collection<String> trips, Announcements announcements) {
    var aboard = memberships.aboard(conference, trips);
    var round = begin(conference, aboard.stream().map(Membership::person).toList());
    var stranded =
        aboard.stream().filter(m -> !round.fleet().carries(m)).map(Membership::person).toList();
    round
        .passengers(stranded)
        .forEach(p -> round.membership(p.person()).ifPresent(m -> placeAnew(round, p, m)));
    Set<String> routes = new TreeSet<>();
    trips.forEach(t -> round.fleet().find(t).ifPresent(b -> routes.add(b.route())));
    placeWaiting(round, routes);
    var names = rollCalls.openOn(conference, trips);
    load(round, names.stream().map(CalledName::person).toList());
    judge(round, names);
    round.finish(memberships, rollCalls, announcements);
  }

  /// A roll-call has come in: kept in any case, applied as far as its trip and its people are
  /// known.
  public void rollCallTaken(UUID conference, RollCall rollCall, Announcements announcements) {
    rollCalls.keep(conference, rollCall);
    var people = rollCall.marks().keySet();
    var round = begin(conference, people);
    judge(round, rollCalls.openOf(conference, people));
    round.finish(memberships, rollCalls, announcements);
  }

  /// A route is cancelled: its members leave, withdrawn ones too.
  public void routeCancelled(UUID conference, String route, Announcements announcements) {
    var people = memberships.onRoute(conference, route).stream().map(Membership::person).toList();
    var round = begin(conference, people);
    people.forEach(p -> round.apply(new MemberLeft(p)));
    round.finish(memberships, rollCalls, announcements);
  }

  private Round begin(UUID conference, Collection<String> people) {
    var round = new Round(conference, fleets.of(conference));
    load(round, people);
    return round;
  }

  /// The people, their memberships, and those of whoever decides on their place.
  private void load(Round round, Collection<String> people) {
    var missing = people.stream().filter(Predicate.not(round::loaded)).distinct().toList();
    if (missing.isEmpty()) {
      return;
    }
    var loaded = passengers.of(round.conference(), missing);
    Set<String> concerned = new TreeSet<>(missing);
    for (var passenger : loaded) {
      Optional.ofNullable(passenger.companionOf()).ifPresent(concerned::add);
      Optional.ofNullable(passenger.substituteFor()).ifPresent(concerned::add);
    }
    round.know(missing, loaded, memberships.of(round.conference(), concerned));
  }

  /// Gives a membership to those who have none, and then to those who were waiting for them.
  private List<String> seed(Round round, List<Passenger> people) {
    List<String> seeded = new ArrayList<>();
    var candidates = people;
    while (!candidates.isEmpty()) {
      var now = seedOnce(round, candidates);
      seeded.addAll(now);
      candidates = now.isEmpty() ? List.of() : stillWaiting(round, candidates, now);
    }
    return seeded;
  }

  private static List<String> seedOnce(Round round, List<Passenger> people) {
    List<String> seeded = new ArrayList<>();
    for (var passenger : people) {
      if (round.membership(passenger.person()).isEmpty()) {
        switch (Seeding.of(passenger, round::membership, round.fleet())) {
          case Seeding.Placed(var event) -> {
            round.apply(event);
            seeded.add(passenger.person());
          }
          case Seeding.Waits _ -> {}
        }
      }
    }
    return seeded;
  }

  private List<Passenger> stillWaiting(
      Round round, List<Passenger> candidates, List<String> justSeeded) {
    Set<String> next = new TreeSet<>();
    candidates.forEach(p -> next.add(p.person()));
    var others =
        passengers.waitingFor(round.conference(), justSeeded).stream()
            .map(Passenger::person)
            .toList();
    load(round, others);
    next.addAll(others);
    next.removeIf(p -> round.membership(p).isPresent());
    return round.passengers(next);
  }

  private void placeWaiting(Round round, Set<String> routes) {
    if (!routes.isEmpty()) {
      var waiting =
          memberships.unplaced(round.conference(), routes).stream()
              .map(Membership::person)
              .toList();
      load(round, waiting);
      place(round, round.passengers(waiting));
    }
  }

  /// Finds a bus for those of them who have a route and no bus; hosts before their companions.
  private static List<String> place(Round round, List<Passenger> people) {
    List<String> placed = new ArrayList<>();
    people.stream()
        .sorted(Comparator.comparing(Passenger::isCompanion).thenComparing(Passenger::order))
        .forEach(p ->
            round
                .membership(p.person())
                .filter(Membership::unplaced)
                .flatMap(m ->
                    BusChoice.of(m.route(), m.rule(), p, round::membership, round.fleet())
                        .map(b -> new MemberPlaced(m.person(), m.route(), b.code(), m.rule())))
                .ifPresent(event -> {
                  round.apply(event);
                  placed.add(event.person());
                }));
    return placed;
  }

  private static Set<String> routes(Round round, List<String> people) {
    Set<String> routes = new TreeSet<>();
    people.forEach(p -> round.membership(p).ifPresent(m -> routes.add(m.route())));
    return routes;
  }

  private static void placeAnew(Round round, Passenger passenger, Membership stranded) {
    var bus =
        BusChoice.of(
                stranded.route(),
                BusRule.MOST_FREE_SEATS,
                passenger,
                round::membership,
                round.fleet())
            .map(Bus::code)
            .orElse("");
    round.apply(
        new MemberPlaced(stranded.person(), stranded.route(), bus, BusRule.MOST_FREE_SEATS));
  }

  private static void judge(Round round, List<CalledName> names) {
    for (var name : names) {
      round
          .fleet()
          .find(name.trip())
          .flatMap(bus ->
              round
                  .membership(name.person())
                  .map(m -> Ruling.of(name, m, round.attending(name.person()), bus)))
          .ifPresent(ruling -> {
            ruling.event().ifPresent(round::apply);
            round.judged(name, ruling.verdict());
          });
    }
  }
}
