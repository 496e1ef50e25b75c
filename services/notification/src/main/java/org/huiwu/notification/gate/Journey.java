package org.huiwu.notification.gate;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.huiwu.notification.upstream.ManifestFacts;
import org.jspecify.annotations.Nullable;

/// How far a bus has come on its route, judged by the plan and by when it was seen to leave: of the
/// sites nobody says that it is there. Roll-calls and departures come in any order, by phones that
/// had no net. All times are local to the conference.
///
/// @param departs the trip's own time, as planned
/// @param left when it was seen to leave, by whomever
record Journey(Route route, @Nullable LocalDateTime departs, Collection<LocalDateTime> left) {

  /// @param required whether the bus waits for it: the next one, and whatever it reaches on the
  ///   same day. A later day begins with a roll-call of its own.
  record Ahead(ManifestFacts stop, boolean required) {}

  /// The stops that a bus has before it, in their order. As long as nobody has seen it leave on
  /// that day they are all ahead, however late it is; then the plan moves by as much as it left
  /// late.
  ///
  /// @param at when the roll was called. A phone's clock may be so wrong that nothing would be
  ///   ahead: then it is counted from the trip's own time
  List<Ahead> ahead(LocalDateTime at) {
    var seen = left.stream().anyMatch(l -> sameDay(l, at) && !l.isAfter(at));
    var ahead = seen ? stops(s -> expected(s).isAfter(at)) : after(beforeItLeft(at));
    if (ahead.isEmpty() && departs != null) {
      ahead = after(departs);
    }
    if (ahead.isEmpty()) {
      ahead = route.stops();
    }
    if (ahead.isEmpty()) {
      return List.of();
    }
    var day = Route.arrives(ahead.getFirst()).toLocalDate();
    return ahead.stream()
        .map(stop -> new Ahead(stop, Route.arrives(stop).toLocalDate().equals(day)))
        .toList();
  }

  /// When the bus has left with those who were called: the first time after the roll-call, or,
  /// where heads were counted on the way, the last before it. Empty as long as nobody has seen it.
  ///
  /// @param calledAt when the roll was called
  Optional<LocalDateTime> leftWith(LocalDateTime calledAt) {
    return left.stream()
        .filter(l -> !l.isBefore(calledAt))
        .min(Comparator.naturalOrder())
        .or(() ->
            left.stream()
                .filter(l -> l.isBefore(calledAt) && noneReached(l, calledAt))
                .max(Comparator.naturalOrder()));
  }

  /// Whether a roll-call says something of who is aboard at a later time: a day on which the bus
  /// goes on to other sites begins with a roll-call of its own.
  boolean holds(LocalDateTime calledAt, LocalDateTime later) {
    return !later.toLocalDate().isAfter(calledAt.toLocalDate()) || noneReached(calledAt, later);
  }

  private boolean noneReached(LocalDateTime from, LocalDateTime to) {
    return route.stops().stream()
        .map(this::expected)
        .noneMatch(arrival -> arrival.isAfter(from) && !arrival.isAfter(to));
  }

  private LocalDateTime beforeItLeft(LocalDateTime at) {
    var morning = at.toLocalDate().atStartOfDay();
    if (departs == null || departs.isBefore(morning)) {
      return morning;
    }
    return departs.isBefore(at) ? departs : at;
  }

  /// The arrival as planned, and as much later as the bus left late on that day.
  private LocalDateTime expected(ManifestFacts stop) {
    var planned = Route.arrives(stop);
    return departs != null && sameDay(departs, planned) ? planned.plus(late(departs)) : planned;
  }

  private Duration late(LocalDateTime planned) {
    return left.stream()
        .filter(l -> sameDay(l, planned))
        .min(Comparator.naturalOrder())
        .filter(first -> first.isAfter(planned))
        .map(first -> Duration.between(planned, first))
        .orElse(Duration.ZERO);
  }

  private List<ManifestFacts> after(LocalDateTime time) {
    return stops(stop -> Route.arrives(stop).isAfter(time));
  }

  private List<ManifestFacts> stops(Predicate<ManifestFacts> which) {
    return route.stops().stream().filter(which).toList();
  }

  private static boolean sameDay(LocalDateTime one, LocalDateTime other) {
    return one.toLocalDate().equals(other.toLocalDate());
  }
}
