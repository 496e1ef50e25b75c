package org.huiwu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.huiwu.simulator.Mischief.Boundary;
import org.junit.jupiter.api.Test;

/// `-Dhuiwu.seeds=100000` plays more; `-Dhuiwu.seed=N` begins with that one, and plays it alone
/// where no number is given.
class SimulatorTest {
  private static final int USUAL = 200;

  @Test
  void a_seed_is_a_conference_and_what_befalls_it() {
    var one = WorldMaker.make(new SplittableRandom(7));
    assertThat(one).isEqualTo(WorldMaker.make(new SplittableRandom(7)));
    assertThat(one).isNotEqualTo(WorldMaker.make(new SplittableRandom(8)));
    assertThat(one.registered()).isBetween(6, 14);
    assertThat(one.commands().size() - one.registered()).isBetween(6, 15);
  }

  @Test
  void a_seed_that_is_played_again_takes_the_same_steps() throws Exception {
    var simulator = new Simulator(Platform.shared());
    var seed = -7L;
    var first = simulator.play(seed);
    assertThat(simulator.play(seed)).isEqualTo(first);
    assertThat(simulator.play(seed - 1)).isNotEqualTo(first);
  }

  @Test
  void whatever_comes_twice_or_late_and_whoever_crashes_every_list_ends_as_without_faults()
      throws Exception {
    var first = Long.getLong("huiwu.seed", 0);
    var count =
        Integer.getInteger("huiwu.seeds", System.getProperty("huiwu.seed") == null ? USUAL : 1);
    var simulator = new Simulator(Platform.shared());
    var begun = System.nanoTime();
    for (var seed = first; seed < first + count; seed++) {
      simulator.play(seed);
    }
    System.out.printf(
        "%d seeds in %d s, %d steps; crashes: %s%n",
        count,
        Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
        simulator.steps(),
        simulator.met());
    if (count >= USUAL) {
      assertThat(simulator.met()).containsOnlyKeys(Boundary.values());
    }
  }
}
