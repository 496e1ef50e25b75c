package org.huiwu.notification.gate;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiwu.notification.upstream.ManifestBook;
import org.huiwu.notification.upstream.ManifestFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The trips that have a gate: excursions that are not cancelled, each with its route and with the
/// times at which somebody saw it leave.
@Component
class Journeys {
  private static final String EXCURSION = "excursion";
  private static final String SITE = "site";

  /// @param facts the trip's
  record Trip(ManifestFacts facts, Journey journey) {
    String code() {
      return facts.code();
    }

    @Nullable LocalDateTime departs() {
      return facts.due();
    }
  }

  private final JdbcTemplate jdbc;
  private final ManifestBook book;

  Journeys(JdbcTemplate jdbc, ManifestBook book) {
    this.jdbc = jdbc;
    this.book = book;
  }

  /// By code.
  Map<String, Trip> all(UUID conference) {
    var known = book.all(conference);
    Map<String, List<ManifestFacts>> stops =
        known.stream()
            .filter(f -> f.kind().equals(SITE) && f.route() != null)
            .collect(Collectors.groupingBy(ManifestFacts::route));
    var departures = departures(conference);
    Map<String, Trip> trips = new TreeMap<>();
    known.stream()
        .filter(f -> EXCURSION.equals(f.tripKind()) && !f.cancelled())
        .forEach(f -> trips.put(f.code(), trip(f, stops, departures)));
    return trips;
  }

  private static Trip trip(
      ManifestFacts facts,
      Map<String, List<ManifestFacts>> stops,
      Map<String, List<LocalDateTime>> departures) {
    var route = facts.route();
    return new Trip(
        facts,
        new Journey(
            new Route(route == null ? List.of() : stops.getOrDefault(route, List.of())),
            facts.due(),
            departures.getOrDefault(facts.code(), List.of())));
  }

  Optional<Trip> find(UUID conference, String trip) {
    return Optional.ofNullable(all(conference).get(trip));
  }

  private Map<String, List<LocalDateTime>> departures(UUID conference) {
    Map<String, List<LocalDateTime>> found = new HashMap<>();
    jdbc.query(
        "select distinct trip, happened_at from departure where conference = ?",
        row -> {
          found
              .computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
              .add(row.getObject(2, LocalDateTime.class));
        },
        conference);
    return found;
  }
}
