package org.huiwu.excursion.manifest;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiwu.platform.manifests.Contribution;
import org.huiwu.platform.messaging.WireJson;

/// The sites' lists (FORMAT.md: "`site:<stop>`: a line per person on the route: `bus`, `rank`,
/// `diet`; header `arrives`, `plates`").
final class SiteLists {
  private static final DateTimeFormatter LOCAL_TIME =
      DateTimeFormatter.ofPattern(WireJson.LOCAL_TIME);

  private SiteLists() {}

  /// @param stops codes of the stops, not cancelled, of the visitor's route
  static List<Contribution> linesOf(Visitor visitor, Collection<String> stops) {
    if (!visitor.isOnRoute()) {
      return List.of();
    }
    var fields =
        Map.of(
            "bus", visitor.bus(),
            "rank", Integer.toString(visitor.rank()),
            "diet", visitor.diet(),
            "name", visitor.name(),
            "delegation", visitor.delegation());
    return stops.stream()
        .<Contribution>map(stop -> Contribution.line(manifest(stop), visitor.person(), fields))
        .toList();
  }

  /// @param plates of the buses of the stop's route that are not cancelled
  static Contribution headerOf(String stop, LocalDateTime arrives, Collection<String> plates) {
    return Contribution.header(
        manifest(stop),
        Map.of(
            "arrives",
            LOCAL_TIME.format(arrives),
            "plates",
            plates.stream().filter(p -> !p.isBlank()).sorted().collect(Collectors.joining(" "))));
  }

  private static String manifest(String stop) {
    return "site:" + stop;
  }
}
