package org.huiwu.oracle;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.huiwu.oracle.Facts.Hold;
import org.huiwu.oracle.Facts.Rehousing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The conference as FORMAT.md describes it: takes one line of the timeline after the other and
/// says what every manifest must then be. A code or an action that it does not know is an
/// `IllegalArgumentException`.
public final class Oracle {

  private final Facts facts;
  private final RosterTruth rosters;

  public Oracle(Conference conference, Inventory inventory, RosterTruth rosters) {
    this.facts = new Facts(conference, inventory);
    this.rosters = rosters;
  }

  public List<Standing> people() {
    return facts.people.values().stream()
        .map(person ->
            new Standing(
                person.key(),
                person.delegation,
                person.rank,
                person.companionOf,
                person.attending(),
                person.diet,
                person.arrival,
                person.departure,
                facts.arrival(person),
                facts.departure(person),
                person.route,
                person.bus,
                person.absent(),
                person.seenBy))
        .toList();
  }

  public String hotelOn(String delegation, LocalDate date) {
    return facts.hotelOn(delegation, date);
  }

  public Manifests manifests() {
    return new Recompute(facts).all();
  }

  public void importRoster(String file) {
    for (RosterPerson row : rosters.people(file)) {
      Attendee person =
          new Attendee(
              row.delegation(),
              row.name(),
              row.rank(),
              row.host() == null ? null : row.delegation() + "/" + row.host(),
              row.diet(),
              row.arrival(),
              row.departure(),
              row.route());
      comesIn(person);
      seatWithDelegation(person);
    }
  }

  public void apply(JsonNode line) {
    String action = line.required("action").asString();
    switch (action) {
      case "import-roster" -> importRoster(text(line, "file"));
      case "register" -> register(line);
      case "add-companion" -> addCompanion(line);
      case "withdraw" -> withdraw(text(line, "person"));
      case "itinerary" -> changeItinerary(line);
      case "diet" -> facts.person(text(line, "person")).diet = text(line, "diet");
      case "switch-route" -> switchRoute(facts.person(text(line, "person")), text(line, "route"));
      case "hold-rooms" -> hold(line);
      case "rehouse" -> rehouse(line);
      case "replace-vehicle" -> set(facts.plates, text(line, "trip"), text(line, "plate"));
      case "retime-trip" -> set(facts.tripDeparts, text(line, "trip"), text(line, "departs"));
      case "retime-stop" -> set(facts.stopArrives, text(line, "stop"), text(line, "arrives"));
      case "move-session" -> moveSession(line);
      case "roll-call" -> rollCall(line);
      default -> throw new IllegalArgumentException("unknown action " + action);
    }
  }

  private void register(JsonNode line) {
    JsonNode details = line.required("details");
    Attendee person =
        new Attendee(
            text(details, "delegation"),
            text(details, "name"),
            details.required("rank").asInt(),
            null,
            text(details, "diet", "normal"),
            arrivalIn(details),
            departureIn(details),
            text(details, "route", ""));
    comesIn(person);
    seatWithDelegation(person);
  }

  /// Legs and route that are left out are the host's; rank left out is 4; without a route of their
  /// own the companion goes with the host.
  private void addCompanion(JsonNode line) {
    JsonNode details = line.required("details");
    Attendee host = facts.person(text(line, "companion_of"));
    boolean arrivalGiven = anyOf(details, "arrive", "arrive_at", "arrive_no");
    boolean departureGiven = anyOf(details, "depart", "depart_at", "depart_no");
    Attendee person =
        new Attendee(
            text(details, "delegation"),
            text(details, "name"),
            details.has("rank") ? details.required("rank").asInt() : 4,
            host.key(),
            text(details, "diet", "normal"),
            arrivalGiven ? arrivalIn(details) : host.arrival,
            departureGiven ? departureIn(details) : host.departure,
            text(details, "route", host.route));
    comesIn(person);
    if (person.route.equals(host.route)) {
      person.bus = host.bus;
    } else {
      seatWithDelegation(person);
    }
  }

  private void comesIn(Attendee person) {
    facts.delegation(person.delegation);
    if (facts.people.putIfAbsent(person.key(), person) != null) {
      throw new IllegalArgumentException("already in: " + person.key());
    }
  }

  private void seatWithDelegation(Attendee person) {
    if (!person.route.isEmpty()) {
      person.bus = facts.busOfDelegation(person.route, person.delegation);
    }
  }

  private void withdraw(String key) {
    facts.person(key).withdrawn = true;
    for (Attendee other : facts.people.values()) {
      if (key.equals(other.companionOf)) {
        other.withdrawn = true;
      }
    }
  }

  private void changeItinerary(JsonNode line) {
    Attendee person = facts.person(text(line, "person"));
    boolean arrival = text(line, "leg").equals("arrival");
    Leg old = arrival ? person.arrival : person.departure;
    Leg changed =
        new Leg(
            line.has("time") ? LocalDateTime.parse(text(line, "time")) : old.time(),
            text(line, "place", old.place()),
            text(line, "number", old.number()));
    if (arrival) {
      person.arrival = changed;
    } else {
      person.departure = changed;
    }
  }

  /// A switch to the present route is none; any other ends an absence.
  private void switchRoute(Attendee person, String route) {
    if (person.route.equals(route)) {
      return;
    }
    String bus = route.isEmpty() ? null : facts.busWithMostFreeSeats(facts.route(route).code());
    person.route = route;
    person.bus = bus;
    person.absentFrom = null;
    person.seenBy = null;
  }

  private void hold(JsonNode line) {
    facts.holds.add(
        new Hold(
            text(line, "organisation"),
            text(line, "hotel"),
            text(line, "rooms"),
            text(line, "from"),
            text(line, "to")));
  }

  private void rehouse(JsonNode line) {
    String delegation = facts.delegation(text(line, "delegation")).code();
    facts.rehousings.add(
        new Rehousing(delegation, text(line, "hotel"), LocalDate.parse(text(line, "from"))));
  }

  private void moveSession(JsonNode line) {
    String session = text(line, "session");
    if (line.has("hall")) {
      set(facts.halls, session, text(line, "hall"));
    }
    if (line.has("starts")) {
      set(facts.sessionStarts, session, LocalDateTime.parse(text(line, "starts")));
    }
  }

  private void rollCall(JsonNode line) {
    String trip = facts.trip(text(line, "trip")).code();
    for (String key : keys(line, "unexpected")) {
      Attendee person = facts.person(key);
      person.bus = trip;
      person.route = facts.trip(trip).route();
    }
    for (String key : keys(line, "aboard")) {
      Attendee person = facts.person(key);
      if (person.isOn(trip)) {
        person.absentFrom = null;
        person.seenBy = trip;
      }
    }
    for (String key : keys(line, "absent")) {
      Attendee person = facts.person(key);
      // the bus that somebody left reports them absent in vain; being seen beats not being seen
      if (person.isOn(trip) && !trip.equals(person.seenBy)) {
        person.absentFrom = trip;
      }
    }
  }

  private static <V> void set(Map<String, V> values, String code, V value) {
    if (values.replace(code, value) == null) {
      throw new IllegalArgumentException("unknown code " + code);
    }
  }

  private static List<String> keys(JsonNode line, String field) {
    return line.required(field).valueStream().map(JsonNode::asString).toList();
  }

  private static Leg arrivalIn(JsonNode details) {
    return leg(details, "arrive", "arrive_at", "arrive_no");
  }

  private static Leg departureIn(JsonNode details) {
    return leg(details, "depart", "depart_at", "depart_no");
  }

  private static Leg leg(JsonNode details, String time, String place, String number) {
    @Nullable LocalDateTime moment =
        details.has(time) ? LocalDateTime.parse(text(details, time)) : null;
    return new Leg(moment, text(details, place, ""), text(details, number, ""));
  }

  private static boolean anyOf(JsonNode details, String... fields) {
    return List.of(fields).stream().anyMatch(details::has);
  }

  private static String text(JsonNode node, String field) {
    return node.required(field).asString();
  }

  private static String text(JsonNode node, String field, String otherwise) {
    return node.has(field) ? text(node, field) : otherwise;
  }
}
