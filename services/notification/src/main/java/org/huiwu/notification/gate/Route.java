package org.huiwu.notification.gate;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.huiwu.notification.upstream.ManifestFacts;

/// The sites that a trip goes to, in their order: those that are cancelled, or of which nobody says
/// when it arrives, left out.
record Route(List<ManifestFacts> stops) {
  Route {
    stops =
        stops.stream()
            .filter(s -> s.due() != null && !s.cancelled())
            .sorted(Comparator.comparing(Route::arrives).thenComparing(ManifestFacts::manifest))
            .toList();
  }

  /// As planned, local to the conference.
  static LocalDateTime arrives(ManifestFacts stop) {
    return Objects.requireNonNull(stop.due());
  }
}
