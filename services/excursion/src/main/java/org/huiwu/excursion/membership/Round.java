package org.huiwu.excursion.membership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The facts and decisions of one transaction: what is decided first is a fact to what is decided
/// next, and all of it is stored once, at the end.
final class Round {

  private final UUID conference;
  private final Fleet fleet;
  private final Set<String> loaded = new HashSet<>();
  private final Map<String, Passenger> passengers = new HashMap<>();
  private final Map<String, Membership> memberships = new HashMap<>();
  private final Map<String, Membership> decided = new LinkedHashMap<>();
  private final Map<String, MembershipEvent> told = new LinkedHashMap<>();
  private final Set<String> begun = new HashSet<>();
  private final List<RollCalls.Judged> judged = new ArrayList<>();

  Round(UUID conference, Fleet fleet) {
    this.conference = conference;
    this.fleet = fleet;
  }

  UUID conference() {
    return conference;
  }

  Fleet fleet() {
    return fleet;
  }

  boolean loaded(String person) {
    return loaded.contains(person);
  }

  void know(Collection<String> asked, Collection<Passenger> people, Collection<Membership> found) {
    loaded.addAll(asked);
    people.forEach(p -> passengers.put(p.person(), p));
    found.forEach(m -> memberships.putIfAbsent(m.person(), m));
  }

  /// In the order of registration; those whom nobody knows are left out.
  List<Passenger> passengers(Collection<String> people) {
    return people.stream()
        .distinct()
        .map(passengers::get)
        .filter(Objects::nonNull)
        .sorted(Comparator.comparingLong(Passenger::order))
        .toList();
  }

  Optional<Membership> membership(String person) {
    return Optional.ofNullable(memberships.get(person));
  }

  boolean attending(String person) {
    var passenger = passengers.get(person);
    return passenger != null && passenger.attending();
  }

  void apply(MembershipEvent event) {
    var current = memberships.get(event.person());
    Membership next;
    if (current != null) {
      next = current.after(event);
    } else if (event instanceof MembershipEvent.MemberPlaced first) {
      next = Membership.first(first);
      begun.add(event.person());
    } else {
      throw new IllegalStateException(event.wireName() + " of somebody who has no place");
    }
    if (!next.equals(current)) {
      memberships.put(event.person(), next);
      decided.put(event.person(), next);
      fleet.moved(current, next, attending(event.person()));
      if (current == null || !next.looksLike(current)) {
        told.put(event.person(), event);
      }
    }
  }

  void judged(CalledName name, Verdict verdict) {
    judged.add(new RollCalls.Judged(name.rollCall(), name.person(), verdict));
  }

  /// Stores what was decided, and tells what others would notice.
  void finish(Memberships store, RollCalls rollCalls, Announcements announcements) {
    if (!decided.isEmpty()) {
      store.save(conference, List.copyOf(decided.values()));
    }
    if (!judged.isEmpty()) {
      rollCalls.judged(conference, judged);
    }
    told.forEach((person, last) -> {
      var membership = Objects.requireNonNull(decided.get(person));
      if (begun.contains(person) && asRequested(membership)) {
        announcements.announceAsRequested(membership, last);
      } else {
        announcements.announce(membership, last);
      }
    });
  }

  private boolean asRequested(Membership membership) {
    var passenger = passengers.get(membership.person());
    return passenger != null
        && !passenger.routeAsHost()
        && passenger.requestedRoute().equals(membership.route())
        && !membership.absent();
  }
}
