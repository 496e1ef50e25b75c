package org.huiwu.benchmark.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class GrowthTest {
  private static final List<Integer> SIZES = List.of(250, 5_000, 50_000);

  /// Rounds of log-normal latencies that grow by this exponent.
  private static List<List<Samples>> rounds(long seed, double exponent) {
    var random = new Random(seed);
    List<List<Samples>> rounds = new ArrayList<>();
    for (int round = 0; round < 8; round++) {
      var weather = Math.exp(0.02 * random.nextGaussian());
      rounds.add(
          SIZES.stream()
              .map(size -> block(random, 1_000_000 * weather * Math.pow(size, exponent)))
              .toList());
    }
    return rounds;
  }

  private static Samples block(Random random, double median) {
    return Samples.of(
        DoubleStream.generate(() -> median * Math.exp(0.3 * random.nextGaussian()))
            .limit(60)
            .mapToLong(Math::round)
            .boxed()
            .toList());
  }

  @Test
  void ten_times_as_long_for_ten_times_the_size_is_one() {
    var small = Samples.of(List.of(10L, 20L, 30L));
    var large = Samples.of(List.of(100L, 200L, 300L));
    var rounds = List.of(List.of(small, large), List.of(small, large));
    var growth = Growth.of(List.of(100, 1_000), rounds, 0.5, 1);
    assertThat(growth.exponent()).isCloseTo(1, within(1e-9));
    assertThat(growth.self()).isEqualTo(1);
    assertThat(growth.against(new Target.AtMost(0.05))).isEqualTo(Verdict.MISSED);
  }

  @Test
  void what_does_not_grow_is_within_the_aim() {
    var growth = Growth.of(SIZES, rounds(1, 0), 0.5, 1);
    assertThat(growth.exponent()).isCloseTo(0, within(0.02));
    assertThat(growth.against(new Target.AtMost(0.05))).isEqualTo(Verdict.MET);
  }

  @Test
  void the_interval_holds_the_true_exponent_nearly_always() {
    var held = 0;
    for (int seed = 0; seed < 60; seed++) {
      var growth = Growth.of(SIZES, rounds(seed, 0.1), 0.5, seed);
      held += growth.low() <= 0.1 && 0.1 <= growth.high() ? 1 : 0;
    }
    assertThat(held).isBetween(50, 60);
  }

  @Test
  void a_smallest_size_that_differs_from_itself_says_nothing() {
    List<List<Samples>> rounds = new ArrayList<>(rounds(1, 0));
    for (int round = 1; round < rounds.size(); round += 2) {
      var others = rounds.get(round);
      rounds.set(round, List.of(block(new Random(round), 1_500_000), others.get(1), others.get(2)));
    }
    assertThat(Growth.of(SIZES, rounds, 0.5, 1).against(new Target.AtMost(0.05)))
        .isEqualTo(Verdict.VOID);
  }

  @Test
  void one_size_or_one_round_says_nothing_of_growth() {
    var block = Samples.of(1);
    assertThatThrownBy(() -> Growth.of(List.of(1), List.of(List.of(block), List.of(block)), 0.5, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Growth.of(List.of(1, 2), List.of(List.of(block, block)), 0.5, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
