package org.huiwu.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Decides by chance which service crashes where. In each run every boundary is met once as soon as
/// it can be, and now and then after that.
final class Mischief {
  /// Where a process can end so that something is left half done.
  enum Boundary {
    COMMAND_BEFORE_ITS_COMMIT,
    COMMAND_AFTER_ITS_COMMIT,
    RELAY_WHILE_SENDING,
    RELAY_BEFORE_ITS_CURSOR,
    READER_BEFORE_ITS_COMMIT,
    READER_AFTER_ITS_COMMIT,
    CLOCK_BEFORE_ITS_COMMIT,
    CLOCK_AFTER_ITS_COMMIT
  }

  private static final double SOON = 0.2;
  private static final double NOW_AND_THEN = 0.02;

  private final RandomGenerator chance;
  private final List<Boundary> due;
  private final Map<Boundary, Integer> met = new EnumMap<>(Boundary.class);

  Mischief(RandomGenerator chance) {
    this.chance = chance;
    this.due = new ArrayList<>(Arrays.asList(Boundary.values()));
  }

  /// Perhaps sets a crash for what the service does next.
  Optional<Boundary> set(SimulatedService service, Boundary... possible) {
    if (chance.nextDouble() >= (anyDue(possible) ? SOON : NOW_AND_THEN)) {
      return Optional.empty();
    }
    var boundary =
        Arrays.stream(possible)
            .filter(due::contains)
            .findFirst()
            .orElseGet(() -> possible[chance.nextInt(possible.length)]);
    switch (boundary) {
      case COMMAND_BEFORE_ITS_COMMIT, READER_BEFORE_ITS_COMMIT, CLOCK_BEFORE_ITS_COMMIT ->
          service.boundaries().crashBefore(0);
      case COMMAND_AFTER_ITS_COMMIT, READER_AFTER_ITS_COMMIT, CLOCK_AFTER_ITS_COMMIT ->
          service.boundaries().crashAfter(0);
      case RELAY_WHILE_SENDING -> service.crashAfterSending(chance.nextInt(2));
      case RELAY_BEFORE_ITS_CURSOR -> service.crashAfterSending(Integer.MAX_VALUE);
    }
    return Optional.of(boundary);
  }

  private boolean anyDue(Boundary... possible) {
    return Arrays.stream(possible).anyMatch(due::contains);
  }

  void met(Boundary boundary) {
    due.remove(boundary);
    met.merge(boundary, 1, Integer::sum);
  }

  Map<Boundary, Integer> met() {
    return met;
  }
}
