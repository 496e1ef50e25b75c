package org.huiwu.notification.gate;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.huiwu.notification.upstream.ManifestFacts;
import org.jspecify.annotations.Nullable;

/// The sites that a trip goes to, and which of them it must wait for.
///
/// @param stops of its route, those that are cancelled left out
record Route(List<ManifestFacts> stops) {

  /// @param required whether the bus waits for it: the next one, and whatever it reaches on the
  ///   same day. A later day begins with a roll-call of its own.
  record Ahead(ManifestFacts stop, boolean required) {}

  /// The stops that a bus has before it, in their order.
  ///
  /// @param at when the roll was called, local to the conference
  /// @param departs the trip's own time, for a phone whose clock is so wrong that nothing would be
  ///   ahead
  List<Ahead> ahead(LocalDateTime at, @Nullable LocalDateTime departs) {
    var ahead = after(at);
    if (ahead.isEmpty() && departs != null) {
      ahead = after(departs);
    }
    if (ahead.isEmpty()) {
      ahead = sorted(_ -> true);
    }
    if (ahead.isEmpty()) {
      return List.of();
    }
    var day = arrives(ahead.getFirst()).toLocalDate();
    return ahead.stream()
        .map(stop -> new Ahead(stop, arrives(stop).toLocalDate().equals(day)))
        .toList();
  }

  private List<ManifestFacts> after(LocalDateTime time) {
    return sorted(stop -> arrives(stop).isAfter(time));
  }

  private List<ManifestFacts> sorted(Predicate<ManifestFacts> which) {
    return stops.stream()
        .filter(s -> s.due() != null && !s.cancelled())
        .filter(which)
        .sorted(Comparator.comparing(Route::arrives).thenComparing(ManifestFacts::manifest))
        .toList();
  }

  private static LocalDateTime arrives(ManifestFacts stop) {
    return Objects.requireNonNull(stop.due());
  }
}
