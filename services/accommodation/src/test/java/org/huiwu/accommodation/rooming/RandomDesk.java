package org.huiwu.accommodation.rooming;

import static org.huiwu.accommodation.rooming.RehearsedConference.FIRST;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.huiwu.accommodation.nights.Nights;
import org.huiwu.accommodation.person.Gender;
import org.huiwu.accommodation.rooming.BlockedRoomsInMemory.Hold;
import org.huiwu.accommodation.rooming.RehearsedConference.Person;
import org.jspecify.annotations.Nullable;

/// Does at random what desks do, always the same for the same seed. The hotels are too small, so
/// that people wait, share and move.
final class RandomDesk {
  static final List<String> HOTELS = List.of("A", "B", "C");
  private static final List<String> DELEGATIONS = List.of("GD", "SX", "TJ", "XJ");
  private static final List<String> TYPES = List.of("twin", "twin", "single", "suite", "twin");

  /// What was done, whom it named, and what may change a manifest's rooms and nothing else of it.
  record Step(String what, Set<String> named, RoomsOnly roomsOnly) {}

  enum RoomsOnly {
    NEVER,
    /// When somebody named has to move, though its nights read the same.
    WHEN_THE_NAMED_MOVE,
    WHEN_THERE_ARE_MORE
  }

  private record Rehoused(String hotel, LocalDate from) {}

  private final Random random;
  private final RehearsedConference conference = new RehearsedConference();
  private final Map<String, String> assigned = new HashMap<>();
  private final Map<String, List<Rehoused>> rehoused = new HashMap<>();
  private int counter;

  RandomDesk(long seed) {
    random = new Random(seed);
    HOTELS.forEach(h -> {
      for (int i = 0; i < 3; i++) {
        contract(h);
      }
    });
    assign("GD", "A");
    assign("SX", "A");
    assign("TJ", "B");
  }

  RehearsedConference conference() {
    return conference;
  }

  /// Where a delegation sleeps on a night, night by night: the last command whose date has come.
  @Nullable String hotelOn(String delegation, LocalDate night) {
    var hotel = assigned.get(delegation);
    for (var command : rehoused.getOrDefault(delegation, List.of())) {
      if (!command.from().isAfter(night)) {
        hotel = command.hotel();
      }
    }
    return hotel;
  }

  Step step() {
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4 -> register();
      case 5, 6, 7 -> addCompanion();
      case 8, 9 -> withdraw();
      case 10 -> reinstate();
      case 11, 12, 13 -> travel();
      case 14 -> rehouse();
      case 15, 16 -> hold();
      case 17 -> correctGender();
      case 18 -> substitute();
      default -> random.nextInt(3) == 0 ? contractMore() : importRoster();
    };
  }

  private Step register() {
    var person = newcomer(pick(DELEGATIONS));
    conference.say(person);
    return step("register", person);
  }

  private Person newcomer(String delegation) {
    return conference
        .delegate("p" + counter++, delegation, gender(), 1 + random.nextInt(4))
        .travelling(time(0), time(3));
  }

  private Step importRoster() {
    List<Person> roster = new ArrayList<>();
    var delegation = pick(DELEGATIONS);
    for (int i = 0; i < 4; i++) {
      // the order is the size of the file before: made distinct by hand here
      var person = newcomer(delegation);
      roster.add(
          new Person(
              person.id(),
              person.order() + i,
              delegation,
              person.gender(),
              person.rank(),
              null,
              null,
              true,
              person.arrival(),
              person.departure()));
    }
    conference.say(roster);
    return step("import", roster.toArray(Person[]::new));
  }

  private Step addCompanion() {
    var host = somebody(p -> p.attending() && p.host() == null);
    if (host == null) {
      return register();
    }
    var companion = conference.companion("c" + counter++, host.id(), gender());
    if (random.nextBoolean()) {
      companion = companion.travelling(time(0), time(3));
    }
    conference.say(companion);
    return step("companion", companion);
  }

  private Step withdraw() {
    var person = somebody(Person::attending);
    if (person == null) {
      return register();
    }
    List<Person> gone = new ArrayList<>(List.of(person.attending(false)));
    companionsOf(person).forEach(c -> gone.add(c.attending(false)));
    conference.say(gone);
    return step("withdraw", gone.toArray(Person[]::new));
  }

  private Step reinstate() {
    var person = somebody(p -> !p.attending());
    if (person == null) {
      return register();
    }
    conference.say(person.attending(true));
    return step("reinstate", person);
  }

  private Step travel() {
    var person = somebody(Person::attending);
    if (person == null) {
      return register();
    }
    conference.say(person.travelling(time(0), time(3)));
    return step("itinerary", person);
  }

  private Step correctGender() {
    var person = somebody(Person::attending);
    if (person == null) {
      return register();
    }
    conference.say(person.of(person.gender() == Gender.M ? Gender.F : Gender.M));
    return new Step("gender", Set.of(person.id()), RoomsOnly.WHEN_THE_NAMED_MOVE);
  }

  private Step substitute() {
    var person = somebody(p -> p.attending() && p.host() == null);
    if (person == null) {
      return register();
    }
    var id = "s" + counter++;
    List<Person> said = new ArrayList<>();
    said.add(conference.substitute(id, person.id(), gender()));
    said.add(person.attending(false));
    companionsOf(person).forEach(c -> said.add(c.companionOf(id)));
    conference.say(said);
    return step("substitute", said.toArray(Person[]::new));
  }

  private Step rehouse() {
    var delegation = pick(DELEGATIONS);
    if (!assigned.containsKey(delegation)) {
      assign(delegation, pick(HOTELS));
      return ofDelegation("assign", delegation);
    }
    var command = new Rehoused(pick(HOTELS), FIRST.plusDays(random.nextInt(6) - 1));
    rehoused.computeIfAbsent(delegation, _ -> new ArrayList<>()).add(command);
    conference.rehouse(delegation, command.hotel(), command.from());
    // back to a hotel, the nights in between are slept there again and the line reads the same
    var step = ofDelegation("rehouse", delegation);
    return new Step(step.what(), step.named(), RoomsOnly.WHEN_THE_NAMED_MOVE);
  }

  private Step ofDelegation(String what, String delegation) {
    return step(
        what,
        conference.people().stream()
            .filter(p -> p.delegation().equals(delegation))
            .toArray(Person[]::new));
  }

  private void assign(String delegation, String hotel) {
    assigned.put(delegation, hotel);
    conference.lodged(delegation, hotel);
  }

  private Step hold() {
    var standing = conference.holds().stream().filter(h -> !h.cancelled()).toList();
    var old = standing.isEmpty() ? null : standing.get(random.nextInt(standing.size()));
    if (old == null || standing.size() < 3) {
      conference.hold(hold(new UUID(9, counter++), false));
      return step("hold");
    }
    conference.hold(hold(old.id(), random.nextInt(3) == 0));
    return step("change hold");
  }

  private Hold hold(UUID id, boolean cancelled) {
    var from = random.nextInt(4);
    var to = from + 1 + random.nextInt(3);
    return new Hold(
        id,
        pick(HOTELS),
        1 + random.nextInt(3),
        Nights.between(FIRST.plusDays(from), FIRST.plusDays(to)),
        cancelled);
  }

  private Step contractMore() {
    contract(pick(HOTELS));
    return new Step("rooms", Set.of(), RoomsOnly.WHEN_THERE_ARE_MORE);
  }

  private void contract(String hotel) {
    var type = pick(TYPES);
    conference.rooms(
        hotel,
        new Room(
            Integer.toString(100 + counter++),
            type,
            type.equals("single") ? 1 : 1 + random.nextInt(4)));
  }

  private List<Person> companionsOf(Person host) {
    return conference.people().stream()
        .filter(p -> p.attending() && host.id().equals(p.host()))
        .toList();
  }

  private @Nullable Person somebody(Predicate<Person> who) {
    var all = conference.people().stream().filter(who).toList();
    return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
  }

  private Gender gender() {
    return random.nextBoolean() ? Gender.M : Gender.F;
  }

  private @Nullable LocalDateTime time(int day) {
    return random.nextInt(4) == 0
        ? null
        : FIRST.plusDays(day + random.nextInt(3)).atTime(random.nextInt(24), 30);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static Step step(String what, Person... persons) {
    Set<String> named = new HashSet<>();
    for (var person : persons) {
      named.add(person.id());
    }
    return new Step(what, named, RoomsOnly.NEVER);
  }
}
