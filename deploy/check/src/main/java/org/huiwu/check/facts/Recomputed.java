package org.huiwu.check.facts;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Every manifest from the facts, by the words of FORMAT.md, "The rules behind the manifests".
/// Whatever is cancelled has no manifest.
///
/// @param manifests by name, e.g. `meal:BANQUET`, with the fields that the rules name, and `name`,
///   `delegation` and `room` where a line is a person's
/// @param places by person: the manifests they are on; where a manifest counts, with the line that
///   they are counted on (`meal:BANQUET halal`)
public record Recomputed(SortedMap<String, Content> manifests, Map<String, Set<String>> places) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
  private static final Comparator<String> BY_CODE_POINT =
      (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

  /// From this hour on a meal is eaten where the night of its own date is spent.
  private static final int BREAKFAST_ENDS_HOUR = 10;

  /// What a manifest says.
  public record Content(Map<String, String> header, Map<String, Map<String, String>> lines) {}

  public static Recomputed from(Owned owned) {
    return new Computing(owned).all();
  }

  private static final class Computing {
    private final Owned owned;
    private final SortedMap<String, Content> manifests = new TreeMap<>();
    private final Map<String, Set<String>> places = new HashMap<>();

    Computing(Owned owned) {
      this.owned = owned;
    }

    Recomputed all() {
      owned.attending().forEach(p -> places.put(p.id(), new TreeSet<>()));
      owned.hotels().forEach(this::rooming);
      owned.meals().forEach(this::meal);
      owned.trips().forEach(this::trip);
      owned.stops().forEach(this::site);
      owned.sessions().forEach(this::session);
      return new Recomputed(manifests, places);
    }

    private Content open(String manifest, Map<String, String> header) {
      var content = new Content(header, new HashMap<>());
      manifests.put(manifest, content);
      return content;
    }

    private void line(String manifest, Owned.Person person, Map<String, String> fields) {
      Map<String, String> all = new HashMap<>(fields);
      all.put("name", person.name());
      all.put("delegation", person.delegation());
      content(manifest).lines().put(person.id(), all);
      place(person, manifest);
    }

    private void count(String manifest, Owned.Person person, String line, String field) {
      content(manifest)
          .lines()
          .merge(
              line,
              Map.of(field, "1"),
              (had, _) ->
                  Map.of(
                      field, Integer.toString(Integer.parseInt(had.getOrDefault(field, "0")) + 1)));
      place(person, manifest + " " + line);
    }

    private Content content(String manifest) {
      var content = manifests.get(manifest);
      if (content == null) {
        throw new IllegalStateException(manifest + " has no header");
      }
      return content;
    }

    private void place(Owned.Person person, String place) {
      places.computeIfAbsent(person.id(), _ -> new TreeSet<>()).add(place);
    }

    private void rooming(String hotel) {
      var manifest = "rooming:" + hotel;
      var content = open(manifest, Map.of("hotel", hotel));
      for (var person : owned.attending()) {
        var here =
            owned.nights(person).stream()
                .filter(
                    n -> owned.hotelOn(person.delegation(), n).filter(hotel::equals).isPresent())
                .toList();
        if (!here.isEmpty()) {
          line(
              manifest,
              person,
              Map.of(
                  "from", here.getFirst().toString(),
                  "to", here.getLast().plusDays(1).toString(),
                  "room", owned.rooms().getOrDefault(new Owned.Sleeper(person.id(), hotel), "")));
        }
      }
      for (var hold : owned.holds()) {
        if (hold.hotel().equals(hotel)) {
          content
              .lines()
              .put(
                  "HOLD/" + hold.organisation(),
                  Map.of(
                      "rooms", Integer.toString(hold.rooms()),
                      "from", hold.from().toString(),
                      "to", hold.to().toString()));
        }
      }
    }

    private void meal(Owned.Meal meal) {
      var manifest = "meal:" + meal.code();
      open(manifest, Map.of("starts", TIME.format(meal.starts()), "kitchen", meal.kitchen()));
      for (var person : owned.attending()) {
        if (owned.isPresent(person, meal.starts()) && eats(person, meal)) {
          count(manifest, person, owned.diet(person), "count");
        }
      }
    }

    private boolean eats(Owned.Person person, Owned.Meal meal) {
      var away = owned.isAway(person, meal.starts());
      var kind = meal.scope().substring(0, meal.scope().indexOf(':'));
      var value = meal.scope().substring(kind.length() + 1);
      return switch (kind) {
        case "hotel" ->
            !away
                && owned
                    .hotelOn(person.delegation(), tableDate(meal.starts()))
                    .filter(value::equals)
                    .isPresent();
        case "rank" -> !away && person.isDelegate() && person.rank() <= Integer.parseInt(value);
        case "route" -> away && owned.membership(person).route().equals(value);
        default -> throw new IllegalStateException("a meal's scope is " + meal.scope());
      };
    }

    private static LocalDate tableDate(LocalDateTime starts) {
      var date = starts.toLocalDate();
      return starts.getHour() < BREAKFAST_ENDS_HOUR ? date.minusDays(1) : date;
    }

    private void trip(Owned.Trip trip) {
      var manifest = "trip:" + trip.code();
      if (trip.isPickup()) {
        open(manifest, Map.of("plate", trip.plate()));
        for (var person : owned.attending()) {
          var time = person.arrival().time();
          if (time != null && fetches(trip, person.arrival().place(), time)) {
            line(
                manifest,
                person,
                Map.of("number", person.arrival().number(), "time", TIME.format(time)));
          }
        }
      } else {
        var departs = trip.departs();
        open(
            manifest,
            Map.of("plate", trip.plate(), "departs", departs == null ? "" : TIME.format(departs)));
        for (var person : owned.attending()) {
          if (owned.isOnRoute(person) && owned.membership(person).bus().equals(trip.code())) {
            line(manifest, person, Map.of("rank", Integer.toString(person.rank())));
          }
        }
      }
    }

    private static boolean fetches(Owned.Trip trip, String place, LocalDateTime time) {
      var from = trip.windowFrom();
      var to = trip.windowTo();
      return place.equals(trip.from())
          && from != null
          && to != null
          && !time.isBefore(from)
          && time.isBefore(to);
    }

    private void site(Owned.Stop stop) {
      var manifest = "site:" + stop.code();
      var plates =
          owned.trips().stream()
              .filter(t -> !t.isPickup() && t.route().equals(stop.route()) && !t.plate().isBlank())
              .map(Owned.Trip::plate)
              .sorted(BY_CODE_POINT)
              .collect(Collectors.joining(" "));
      open(manifest, Map.of("arrives", TIME.format(stop.arrives()), "plates", plates));
      for (var person : owned.attending()) {
        var membership = owned.membership(person);
        if (owned.isOnRoute(person) && membership.route().equals(stop.route())) {
          line(
              manifest,
              person,
              Map.of(
                  "bus", membership.bus(),
                  "rank", Integer.toString(person.rank()),
                  "diet", owned.diet(person)));
        }
      }
    }

    private void session(Owned.Session session) {
      var manifest = "session:" + session.code();
      open(manifest, Map.of("hall", session.hall(), "starts", TIME.format(session.starts())));
      for (var person : owned.attending()) {
        if (person.isDelegate() && owned.isPresent(person, session.starts())) {
          count(manifest, person, person.delegation(), "seats");
        }
      }
    }
  }

  /// The kinds of which these rules speak.
  public static final List<String> KINDS = List.of("rooming", "meal", "trip", "site", "session");

  /// Whether a manifest's lines count people, rather than being theirs.
  public static boolean counts(String manifest) {
    return manifest.startsWith("meal:") || manifest.startsWith("session:");
  }
}
