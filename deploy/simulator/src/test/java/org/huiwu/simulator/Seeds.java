package org.huiwu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.huiwu.simulator.Mischief.Boundary;

/// Which seeds are played. `-Dhuiwu.seeds=100000` plays more than the usual; `-Dhuiwu.seed=N`
/// begins with that one, and plays it alone where no number is given. They are played in two
/// halves, so that two processes can share them (`-Dhuiwu.forks=2`).
///
/// @param count 0 for the second half of a single one
record Seeds(long first, int count) {
  private static final int USUAL = 200;

  /// So many meet every boundary at which something can crash.
  private static final int ENOUGH = 100;

  static Seeds firstHalf() {
    return new Seeds(asked().first, asked().count - asked().count / 2);
  }

  static Seeds secondHalf() {
    return new Seeds(asked().first + firstHalf().count, asked().count / 2);
  }

  private static Seeds asked() {
    var alone = System.getProperty("huiwu.seed") != null;
    return new Seeds(
        Long.getLong("huiwu.seed", 0), Integer.getInteger("huiwu.seeds", alone ? 1 : USUAL));
  }

  void play() throws Exception {
    var simulator = new Simulator(Platform.shared());
    var begun = System.nanoTime();
    for (var seed = first; seed < first + count; seed++) {
      simulator.play(seed);
    }
    System.out.printf(
        "%d seeds from %d on in %d s, %d steps; crashes: %s%n",
        count,
        first,
        Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
        simulator.steps(),
        simulator.met());
    if (count >= ENOUGH) {
      assertThat(simulator.met()).containsOnlyKeys(Boundary.values());
    }
  }
}
