package org.huiwu.excursion.membership;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;

/// That somebody was seen aboard a bus. Between two sightings the one that happened later wins,
/// then the one learnt later (design: "Field facts").
///
/// @param happenedAt local to the conference, by the clock of the phone that took the roll-call
/// @param learntAt when the platform received it (UTC)
/// @param order in which the roll-calls came in, where both times are equal
public record Sighting(LocalDateTime happenedAt, Instant learntAt, long order)
    implements Comparable<Sighting> {
  private static final Comparator<Sighting> ORDER =
      Comparator.comparing(Sighting::happenedAt)
          .thenComparing(Sighting::learntAt)
          .thenComparingLong(Sighting::order);

  @Override
  public int compareTo(Sighting other) {
    return ORDER.compare(this, other);
  }
}
