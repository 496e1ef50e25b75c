package org.huiwu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The simulator itself, and the first half of the [Seeds].
class SimulatorTest {
  @Test
  void a_seed_is_a_conference_and_what_befalls_it() {
    var one = WorldMaker.make(new SplittableRandom(7));
    assertThat(one).isEqualTo(WorldMaker.make(new SplittableRandom(7)));
    assertThat(one).isNotEqualTo(WorldMaker.make(new SplittableRandom(8)));
    assertThat(one.registered()).isBetween(4, 8);
    assertThat(one.commands().size() - one.registered()).isBetween(4, 9);
  }

  @Test
  void a_seed_that_is_played_again_takes_the_same_steps() throws Exception {
    var simulator = new Simulator(Platform.shared());
    var seed = -7L;
    var first = simulator.play(seed).toString();
    assertThat(simulator.play(seed)).hasToString(first);
    assertThat(simulator.play(seed - 1).toString()).isNotEqualTo(first);
  }

  @Test
  void whatever_comes_twice_or_late_and_whoever_crashes_every_list_ends_as_without_faults()
      throws Exception {
    Seeds.firstHalf().play();
  }
}
