package org.huiwu.oracle.making;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiwu.oracle.Inventory;
import org.huiwu.oracle.Leg;
import org.huiwu.oracle.RosterPerson;
import org.huiwu.oracle.Standing;

/// Changes of who comes, and when: made by registration, and by protocol for leaders' itineraries.
/// Every method answers whether it found something to do.
final class RegistrationDesk {

  private final Dice dice;
  private final Log log;
  private final Inventory inventory;
  private final PeopleMaker people;
  private final Stay stay;

  RegistrationDesk(Dice dice, Log log, Inventory inventory, PeopleMaker people, Stay stay) {
    this.dice = dice;
    this.log = log;
    this.inventory = inventory;
    this.people = people;
    this.stay = stay;
  }

  boolean imports(String file) {
    log.add("registration", "import-roster", "file", file);
    return true;
  }

  boolean registers() {
    RosterPerson person = people.person(dice.pick(inventory.delegations()).code(), null);
    Map<String, Object> details = details(person);
    details.put("rank", person.rank());
    if (dice.chance(0.9)) {
      details.put("title", person.title());
    }
    if (dice.chance(0.9)) {
      details.put("phone", person.phone());
    }
    putArrival(details, person.arrival(), dice.chance(0.9));
    putDeparture(details, person.departure());
    if (!person.route().isEmpty() || dice.chance(0.5)) {
      details.put("route", person.route());
    }
    log.add("registration", "register", "person", person.key(), "details", details);
    return true;
  }

  boolean addsCompanion() {
    return log.somebody(person -> person.companionOf() == null && !person.absent())
        .map(this::addCompanionTo)
        .orElse(false);
  }

  boolean addCompanionTo(Standing host) {
    RosterPerson person = people.person(host.delegation(), null);
    Map<String, Object> details = details(person);
    if (dice.chance(0.3)) {
      details.put("rank", dice.of(2, 4));
    }
    // a leg is given as a whole or left out; what is left out is the host's
    if (dice.chance(0.25)
        && person.arrival().time() != null
        && Stay.makesSense(stay.arrives(person.arrival()), host.departs())) {
      putArrival(details, person.arrival(), true);
    } else if (dice.chance(0.25)
        && person.departure().time() != null
        && Stay.makesSense(host.arrives(), stay.departs(person.departure()))) {
      putDeparture(details, person.departure());
    }
    if (dice.chance(0.08)) {
      details.put("route", "");
    }
    log.add(
        "registration",
        "add-companion",
        "companion_of",
        host.key(),
        "person",
        person.key(),
        "details",
        details);
    return true;
  }

  private static Map<String, Object> details(RosterPerson person) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("delegation", person.delegation());
    details.put("name", person.name());
    details.put("gender", person.gender());
    details.put("diet", person.diet());
    return details;
  }

  private static void putArrival(Map<String, Object> details, Leg leg, boolean number) {
    if (leg.time() != null) {
      details.put("arrive", leg.time().toString());
      details.put("arrive_at", leg.place());
      if (number && !leg.number().isEmpty()) {
        details.put("arrive_no", leg.number());
      }
    }
  }

  private static void putDeparture(Map<String, Object> details, Leg leg) {
    if (leg.time() != null) {
      details.put("depart", leg.time().toString());
      details.put("depart_at", leg.place());
      if (!leg.number().isEmpty()) {
        details.put("depart_no", leg.number());
      }
    }
  }

  boolean withdraws() {
    return withdraw(log.somebody(person -> person.companionOf() == null));
  }

  boolean withdrawsCompanion() {
    return withdraw(log.somebody(person -> person.companionOf() != null));
  }

  boolean withdrawsHost() {
    return withdraw(
        log.somebody(
            host -> log.attending().stream().anyMatch(p -> host.key().equals(p.companionOf()))));
  }

  private boolean withdraw(Optional<Standing> person) {
    person.ifPresent(someone ->
        log.add(
            "registration",
            "withdraw",
            "person",
            someone.key(),
            "reason",
            dice.of("临时公务", "身体原因", "会议冲突")));
    return person.isPresent();
  }

  boolean changesItinerary() {
    Optional<Standing> person = log.somebody(_ -> true);
    return person.isPresent() && changeItinerary(person.get(), dice.chance(0.6));
  }

  /// Time, place and number, or only some of them; what is left out stays.
  boolean changeItinerary(Standing person, boolean arrival) {
    Leg old = arrival ? person.arrival() : person.departure();
    LocalDateTime time = arrival ? stay.arrivalTime() : stay.departureTime();
    boolean sensible =
        arrival ? Stay.makesSense(time, person.departs()) : Stay.makesSense(person.arrives(), time);
    boolean withTime = sensible && (old.time() == null || dice.chance(0.75));
    boolean withPlace = old.place().isEmpty() || dice.chance(0.4);
    if (!withTime && old.time() == null) {
      return false;
    }
    String place = withPlace ? stay.place() : old.place();
    String number = stay.number(place);
    boolean withNumber = !number.isEmpty() && (withPlace || dice.chance(0.7));
    if (!withTime && !withPlace && !withNumber) {
      return false;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("person", person.key());
    fields.put("leg", arrival ? "arrival" : "departure");
    if (withTime) {
      fields.put("time", time.toString());
    }
    if (withPlace) {
      fields.put("place", place);
    }
    if (withNumber) {
      fields.put("number", number);
    }
    Object[] flat =
        fields.entrySet().stream()
            .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
            .toArray();
    log.add(person.rank() == 1 ? "protocol" : "registration", "itinerary", flat);
    return true;
  }
}
