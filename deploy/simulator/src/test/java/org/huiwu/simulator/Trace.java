package org.huiwu.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What happened, step by step, to be read by people. Only the last steps are kept.
final class Trace {
  private static final int KEPT = 400;

  private record Step(int number, Instant at, String what, Object... values) {
    @Override
    public String toString() {
      var time = Duration.between(VirtualClock.BEGIN, at);
      return "%5d %02d:%02d:%02d.%03d %s"
          .formatted(
              number,
              time.toHours(),
              time.toMinutesPart(),
              time.toSecondsPart(),
              time.toMillisPart(),
              what.formatted(values));
    }
  }

  private final VirtualClock clock;
  private final Deque<Step> steps = new ArrayDeque<>();
  private String name = "";
  private int step;

  Trace(VirtualClock clock) {
    this.clock = clock;
  }

  void begin(String what) {
    steps.clear();
    step = 0;
    name = what;
  }

  /// @param values nothing that changes any more
  void step(String what, Object... values) {
    step++;
    steps.add(new Step(step, clock.instant(), what, values));
    if (steps.size() > KEPT) {
      steps.removeFirst();
    }
  }

  int steps() {
    return step;
  }

  @Override
  public String toString() {
    return Stream.concat(Stream.of(name), steps.stream().map(Step::toString))
        .collect(Collectors.joining("\n"));
  }
}
