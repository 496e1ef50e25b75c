package org.huiwu.transportdispatch.manifest;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.huiwu.platform.manifests.Contribution;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.transportdispatch.trip.Run;
import org.huiwu.transportdispatch.trip.Trip;
import org.jspecify.annotations.Nullable;

/// The manifests `trip:<code>` (FORMAT.md, "The rules behind the manifests"). Pure.
final class TripLines {
  private static final DateTimeFormatter LOCAL_TIME =
      DateTimeFormatter.ofPattern(WireJson.LOCAL_TIME);

  private TripLines() {}

  /// The line of one person on each trip that carries them: with pickups whose windows overlap
  /// these are several.
  static List<Contribution> of(Rider rider, Collection<Trip> trips) {
    return trips.stream()
        .filter(rider::isOn)
        .sorted(Comparator.comparing(Trip::code))
        .<Contribution>map(
            trip -> Contribution.line(manifest(trip), rider.person(), fields(rider, trip)))
        .toList();
  }

  /// The header; none when the trip is cancelled, which closes the manifest.
  static List<Contribution> of(Trip trip) {
    return trip.cancelled()
        ? List.of()
        : List.<Contribution>of(Contribution.header(manifest(trip), header(trip)));
  }

  private static Map<String, String> header(Trip trip) {
    return switch (trip.run()) {
      case Run.Pickup _ -> Map.of("plate", trip.vehicle().plate());
      case Run.Excursion _ ->
          Map.of("plate", trip.vehicle().plate(), "departs", text(trip.departs()));
    };
  }

  private static Map<String, String> fields(Rider rider, Trip trip) {
    return switch (trip.run()) {
      case Run.Pickup _ ->
          Map.of(
              "number", rider.arrival().number(),
              "time", text(rider.arrival().time()),
              "name", rider.name(),
              "delegation", rider.delegation());
      case Run.Excursion _ ->
          Map.of(
              "rank", Integer.toString(rider.rank()),
              "name", rider.name(),
              "delegation", rider.delegation());
    };
  }

  private static String text(@Nullable LocalDateTime time) {
    return time == null ? "" : LOCAL_TIME.format(time);
  }

  private static String manifest(Trip trip) {
    return "trip:" + trip.code();
  }
}
