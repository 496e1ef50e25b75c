package org.huiwu.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/// What happened, step by step, to be read by people. Only the last steps are kept.
final class Trace {
  private static final int KEPT = 400;

  private final VirtualClock clock;
  private final Deque<String> steps = new ArrayDeque<>();
  private int step;

  Trace(VirtualClock clock) {
    this.clock = clock;
  }

  void begin(String what) {
    steps.clear();
    step = 0;
    steps.add(what);
  }

  void step(String what, Object... values) {
    step++;
    var time = Duration.between(VirtualClock.BEGIN, clock.instant());
    var millis = String.format(Locale.ROOT, "%03d", time.toMillisPart());
    steps.add(
        "%5d %02d:%02d:%02d.%s %s"
            .formatted(
                step,
                time.toHours(),
                time.toMinutesPart(),
                time.toSecondsPart(),
                millis,
                what.formatted(values)));
    if (steps.size() > KEPT) {
      steps.removeFirst();
    }
  }

  int steps() {
    return step;
  }

  @Override
  public String toString() {
    return String.join("\n", steps);
  }
}
