package org.huiwu.accommodation.rooming;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.huiwu.accommodation.lodging.Lodging;
import org.huiwu.accommodation.lodging.RehouseDelegation;
import org.huiwu.accommodation.nights.Nights;
import org.huiwu.accommodation.person.Gender;
import org.huiwu.accommodation.rooming.BlockedRoomsInMemory.Hold;
import org.jspecify.annotations.Nullable;

/// One conference in memory, from 8 to 12 June 2026: the facts that others say, and the stores that
/// Housing decides on.
final class RehearsedConference implements Visitors {
  static final UUID CONFERENCE = new UUID(1, 1);
  static final LocalDate FIRST = LocalDate.of(2026, 6, 8);
  private static final LocalDateTime STARTS = FIRST.atTime(8, 0);
  private static final LocalDateTime ENDS = FIRST.plusDays(4).atTime(18, 0);

  record Person(
      String id,
      long order,
      String delegation,
      Gender gender,
      int rank,
      @Nullable String host,
      @Nullable String substituteFor,
      boolean attending,
      @Nullable LocalDateTime arrival,
      @Nullable LocalDateTime departure) {

    Nights nights() {
      return Nights.of(arrival == null ? STARTS : arrival, departure == null ? ENDS : departure);
    }

    Person attending(boolean now) {
      return new Person(
          id, order, delegation, gender, rank, host, substituteFor, now, arrival, departure);
    }

    Person of(Gender now) {
      return new Person(
          id, order, delegation, now, rank, host, substituteFor, attending, arrival, departure);
    }

    Person companionOf(@Nullable String now) {
      return new Person(
          id, order, delegation, gender, rank, now, substituteFor, attending, arrival, departure);
    }

    Person travelling(@Nullable LocalDateTime from, @Nullable LocalDateTime to) {
      return new Person(
          id, order, delegation, gender, rank, host, substituteFor, attending, from, to);
    }
  }

  /// What a manifest's line says besides names.
  record Line(Nights.Span reach, String delegation, String room) {}

  private final Map<String, Lodging> lodgings = new HashMap<>();
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Set<String> cancelledHotels = new HashSet<>();
  private final BlockedRoomsInMemory ledger = new BlockedRoomsInMemory(cancelledHotels);
  private final StaysInMemory stays = new StaysInMemory(ledger);
  private final Housing housing = new Housing(this, stays, ledger, new DelegationsTogether());

  // what others say

  RehearsedConference rooms(String hotel, Room... more) {
    stays.contract(hotel, List.of(more));
    housing.settle(CONFERENCE, new Housing.Concerned(Set.of(), Set.of(), Set.of(hotel)));
    return this;
  }

  RehearsedConference lodged(String delegation, String hotel) {
    lodgings.put(delegation, Lodging.assigned(delegation, hotel));
    say(ofDelegation(delegation));
    return this;
  }

  void rehouse(String delegation, String hotel, LocalDate from) {
    lodgings.computeIfPresent(delegation, (_, l) -> l.rehoused(new RehouseDelegation(hotel, from)));
    say(ofDelegation(delegation));
  }

  void cancelHotel(String hotel) {
    cancelledHotels.add(hotel);
    Set<String> persons = new LinkedHashSet<>();
    stays.in(hotel).forEach(s -> persons.add(s.guest().person()));
    Set<UUID> held = new LinkedHashSet<>();
    holds().stream().filter(h -> h.hotel().equals(hotel)).forEach(h -> held.add(h.id()));
    housing.settle(CONFERENCE, new Housing.Concerned(persons, held, Set.of(hotel)));
  }

  /// All in one change.
  Set<String> say(Person... persons) {
    return say(List.of(persons));
  }

  Set<String> say(Collection<Person> persons) {
    Set<String> ids = new LinkedHashSet<>();
    for (var person : persons) {
      people.put(person.id(), person);
      ids.add(person.id());
    }
    return housing.settle(CONFERENCE, new Housing.Concerned(ids, Set.of(), Set.of()));
  }

  void hold(Hold hold) {
    ledger.put(hold);
    housing.settle(CONFERENCE, new Housing.Concerned(Set.of(), Set.of(hold.id()), Set.of()));
  }

  Person delegate(String id, String delegation, Gender gender) {
    return delegate(id, delegation, gender, 3);
  }

  Person delegate(String id, String delegation, Gender gender, int rank) {
    return new Person(id, orderOf(id), delegation, gender, rank, null, null, true, null, null);
  }

  Person companion(String id, String host, Gender gender) {
    var of = get(host);
    return new Person(
        id,
        orderOf(id),
        of.delegation(),
        gender,
        4,
        host,
        null,
        true,
        of.arrival(),
        of.departure());
  }

  Person substitute(String id, String replaced, Gender gender) {
    var of = get(replaced);
    return new Person(
        id,
        orderOf(id),
        of.delegation(),
        gender,
        of.rank(),
        null,
        replaced,
        true,
        of.arrival(),
        of.departure());
  }

  private long orderOf(String id) {
    var known = people.get(id);
    return known == null ? people.size() + 1 : known.order();
  }

  // what came of it

  Person get(String id) {
    return Optional.ofNullable(people.get(id)).orElseThrow();
  }

  Collection<Person> people() {
    return people.values();
  }

  Map<String, List<Room>> rooms() {
    return stays.rooms();
  }

  Map<String, Lodging> lodgings() {
    return lodgings;
  }

  Collection<Hold> holds() {
    return ledger.all();
  }

  List<String> givenTo(UUID hold) {
    return ledger.roomsOf(hold);
  }

  /// Null when unplaced.
  @Nullable String roomOf(String person, String hotel) {
    return stays.in(hotel).stream()
        .filter(s -> s.guest().person().equals(person))
        .findFirst()
        .orElseThrow(() -> new AssertionError(person + " has no nights in " + hotel))
        .room();
  }

  Collection<Stay> staysIn(String hotel) {
    return stays.in(hotel);
  }

  /// A hotel's manifest: people by id, and holds with what FORMAT.md asks of them.
  SortedMap<String, Object> manifest(String hotel) {
    SortedMap<String, Object> lines = new TreeMap<>();
    for (var stay : stays.in(hotel)) {
      var room = stay.room();
      lines.put(
          stay.guest().person(),
          new Line(
              stay.guest().nights().reach(), stay.guest().delegation(), room == null ? "" : room));
    }
    if (!cancelledHotels.contains(hotel)) {
      holds().stream()
          .filter(h -> !h.cancelled() && h.hotel().equals(hotel))
          .forEach(h -> lines.put("HOLD/" + h.id(), h));
    }
    return lines;
  }

  /// How often a hotel's occupancy was loaded.
  int loads() {
    return stays.loads();
  }

  int readsOfAllWhoWait() {
    return stays.readsOfAllWhoWait();
  }

  private List<Person> ofDelegation(String delegation) {
    return people.values().stream().filter(p -> p.delegation().equals(delegation)).toList();
  }

  // the ports

  @Override
  public List<Visitor> of(UUID conference, Collection<String> persons) {
    return persons.stream()
        .map(this::get)
        .filter(Person::attending)
        .map(p ->
            new Visitor(
                p.id(),
                p.order(),
                p.delegation(),
                p.gender(),
                p.rank(),
                p.host(),
                p.substituteFor(),
                p.arrival() == null ? STARTS : p.arrival(),
                p.departure() == null ? ENDS : p.departure(),
                lodgings.get(p.delegation())))
        .toList();
  }

  @Override
  public List<Visitor> ofDelegations(UUID conference, Collection<String> delegations) {
    throw new UnsupportedOperationException("rooms are decided without it");
  }

  @Override
  public Set<String> cancelledHotels(UUID conference) {
    return cancelledHotels;
  }
}
