package org.huiwu.oracle;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huiwu.oracle.Facts.Hold;
import org.huiwu.oracle.Inventory.Hotel;
import org.huiwu.oracle.Inventory.Meal;
import org.huiwu.oracle.Inventory.Session;
import org.huiwu.oracle.Inventory.Stop;
import org.huiwu.oracle.Inventory.Trip;

/// Every manifest from scratch, by the words of FORMAT.md, "The rules behind the manifests".
final class Recompute {

  private static final int BREAKFAST_ENDS_HOUR = 10;

  private final Facts facts;

  Recompute(Facts facts) {
    this.facts = facts;
  }

  Manifests all() {
    SortedMap<String, Manifest> all = new TreeMap<>(CodePoints.ORDER);
    Inventory inventory = facts.inventory;
    inventory.hotels().forEach(hotel -> all.put("rooming:" + hotel.code(), rooming(hotel)));
    inventory.meals().forEach(meal -> all.put("meal:" + meal.code(), meal(meal)));
    inventory.trips().forEach(trip -> all.put("trip:" + trip.code(), trip(trip)));
    inventory.stops().forEach(stop -> all.put("site:" + stop.code(), site(stop)));
    inventory.sessions().forEach(session -> all.put("session:" + session.code(), session(session)));
    return new Manifests(all);
  }

  private Manifest rooming(Hotel hotel) {
    Manifest manifest = manifest(fields("hotel", hotel.code()));
    for (Attendee person : facts.attending()) {
      List<LocalDate> here =
          facts.nights(person).stream()
              .filter(night -> facts.hotelOn(person.delegation, night).equals(hotel.code()))
              .toList();
      if (!here.isEmpty()) {
        manifest
            .lines()
            .put(
                person.key(),
                fields(
                    "from", here.getFirst().toString(),
                    "to", here.getLast().plusDays(1).toString()));
      }
    }
    for (Hold hold : facts.holds) {
      if (hold.hotel().equals(hotel.code())) {
        manifest
            .lines()
            .put(
                "HOLD/" + hold.organisation(),
                fields("rooms", hold.rooms(), "from", hold.from(), "to", hold.to()));
      }
    }
    return manifest;
  }

  private Manifest meal(Meal meal) {
    Manifest manifest =
        manifest(fields("starts", meal.starts().toString(), "kitchen", meal.kitchen()));
    for (Attendee person : facts.attending()) {
      if (eats(person, meal)) {
        count(manifest, person.diet, "count");
      }
    }
    return manifest;
  }

  private boolean eats(Attendee person, Meal meal) {
    LocalDateTime starts = meal.starts();
    boolean away = facts.away(person, starts);
    String kind = meal.scope().substring(0, meal.scope().indexOf(':'));
    String value = meal.scope().substring(meal.scope().indexOf(':') + 1);
    if (!facts.present(person, starts)) {
      return false;
    }
    return switch (kind) {
      case "hotel" -> !away && facts.hotelOn(person.delegation, tableDate(starts)).equals(value);
      case "rank" -> !away && person.rank <= Integer.parseInt(value) && person.isDelegate();
      case "route" -> away && person.route.equals(value);
      default -> throw new IllegalArgumentException("unknown scope " + meal.scope());
    };
  }

  /// A meal before 10:00 is eaten where the night before was.
  private static LocalDate tableDate(LocalDateTime starts) {
    LocalDate date = starts.toLocalDate();
    return starts.getHour() < BREAKFAST_ENDS_HOUR ? date.minusDays(1) : date;
  }

  private Manifest trip(Trip trip) {
    return trip.kind().equals("pickup") ? pickup(trip) : excursion(trip);
  }

  private Manifest pickup(Trip trip) {
    Manifest manifest = manifest(fields("plate", plate(trip)));
    for (Attendee person : facts.attending()) {
      LocalDateTime time = person.arrival.time();
      if (time != null
          && person.arrival.place().equals(trip.from())
          && !time.isBefore(LocalDateTime.parse(trip.windowFrom()))
          && time.isBefore(LocalDateTime.parse(trip.windowTo()))) {
        manifest
            .lines()
            .put(person.key(), fields("number", person.arrival.number(), "time", time.toString()));
      }
    }
    return manifest;
  }

  private Manifest excursion(Trip trip) {
    Manifest manifest =
        manifest(
            fields(
                "plate",
                plate(trip),
                "departs",
                facts.tripDeparts.getOrDefault(trip.code(), trip.departs())));
    for (Attendee person : facts.attending()) {
      if (person.onRoute() && person.isOn(trip.code())) {
        manifest.lines().put(person.key(), fields("rank", String.valueOf(person.rank)));
      }
    }
    return manifest;
  }

  private Manifest site(Stop stop) {
    List<String> plates =
        facts.inventory.trips().stream()
            .filter(trip -> trip.isExcursionOf(stop.route()))
            .map(this::plate)
            .sorted(CodePoints.ORDER)
            .toList();
    Manifest manifest =
        manifest(
            fields(
                "arrives",
                facts.stopArrives.getOrDefault(stop.code(), stop.arrives().toString()),
                "plates",
                String.join(" ", plates)));
    for (Attendee person : facts.attending()) {
      if (person.onRoute() && person.route.equals(stop.route())) {
        manifest
            .lines()
            .put(
                person.key(),
                fields(
                    "bus",
                    person.bus == null ? "" : person.bus,
                    "rank",
                    String.valueOf(person.rank),
                    "diet",
                    person.diet));
      }
    }
    return manifest;
  }

  private Manifest session(Session session) {
    LocalDateTime starts = facts.sessionStarts.getOrDefault(session.code(), session.starts());
    Manifest manifest =
        manifest(
            fields(
                "hall",
                facts.halls.getOrDefault(session.code(), session.hall()),
                "starts",
                starts.toString()));
    for (Attendee person : facts.attending()) {
      if (person.isDelegate() && facts.present(person, starts)) {
        count(manifest, person.delegation, "seats");
      }
    }
    return manifest;
  }

  private String plate(Trip trip) {
    return facts.plates.getOrDefault(trip.code(), trip.plate());
  }

  private static void count(Manifest manifest, String line, String field) {
    SortedMap<String, String> fields =
        manifest.lines().computeIfAbsent(line, _ -> fields(field, "0"));
    fields.compute(
        field, (_, old) -> String.valueOf(Integer.parseInt(old == null ? "0" : old) + 1));
  }

  private static Manifest manifest(SortedMap<String, String> header) {
    return new Manifest(header, new TreeMap<>(CodePoints.ORDER));
  }

  private static SortedMap<String, String> fields(String... namesAndValues) {
    SortedMap<String, String> fields = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }
}
