package org.huiwu.benchmark.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RatioTest {
  private static final int PAIRS = 8;
  private static final int BLOCK = 100;

  /// A block of latencies as they are: log-normal, and the whole block a little off.
  private static Samples block(Random random, double median) {
    var weather = Math.exp(0.02 * random.nextGaussian());
    return Samples.of(
        DoubleStream.generate(() -> median * weather * Math.exp(0.4 * random.nextGaussian()))
            .limit(BLOCK)
            .mapToLong(Math::round)
            .boxed()
            .toList());
  }

  private static Blocks blocks(long seed, double factor) throws Exception {
    var random = new Random(seed);
    return Blocks.interleaved(
        PAIRS, _ -> block(random, factor * 1_000_000), _ -> block(random, 1_000_000));
  }

  @Test
  void twice_as_long_is_two_and_nothing_is_uncertain_about_it() {
    var baseline = Samples.of(List.of(10L, 20L, 30L));
    var measured = Samples.of(List.of(20L, 40L, 60L));
    var ratio =
        Ratio.of(new Blocks(List.of(measured, measured), List.of(baseline, baseline)), 0.5, 1);
    assertThat(ratio).isEqualTo(new Ratio(0.5, 2, 2, 2, 1));
    assertThat(ratio.against(new Target.AtMost(2))).isEqualTo(Verdict.MET);
    assertThat(ratio.against(new Target.AtMost(1.9))).isEqualTo(Verdict.MISSED);
    assertThat(ratio.against(new Target.AtLeast(2))).isEqualTo(Verdict.MET);
    assertThat(ratio.against(new Target.AtLeast(2.1))).isEqualTo(Verdict.MISSED);
  }

  @Test
  void the_interval_holds_the_true_ratio_nearly_always() throws Exception {
    var runs = 60;
    var held = 0;
    for (int seed = 0; seed < runs; seed++) {
      var ratio = Ratio.of(blocks(seed, 1.5), 0.5, seed);
      assertThat(ratio.value()).isCloseTo(1.5, within(0.15));
      held += ratio.low() <= 1.5 && 1.5 <= ratio.high() ? 1 : 0;
    }
    // 95 % for many blocks, somewhat less for eight
    assertThat(held).isBetween(50, 60);
  }

  @Test
  void an_aim_within_the_interval_is_undecided() throws Exception {
    var ratio = Ratio.of(blocks(1, 1.5), 0.5, 1);
    assertThat(ratio.low()).isLessThan(ratio.high());
    assertThat(ratio.against(new Target.AtMost(ratio.value()))).isEqualTo(Verdict.UNDECIDED);
    assertThat(ratio.against(new Target.AtLeast(ratio.value()))).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void the_same_seed_gives_the_same_interval() throws Exception {
    assertThat(Ratio.of(blocks(1, 2), 0.99, 5)).isEqualTo(Ratio.of(blocks(1, 2), 0.99, 5));
  }

  @Test
  void a_baseline_that_differs_from_itself_voids_the_run() {
    var quick = Samples.of(100);
    var slow = Samples.of(112);
    var ratio =
        Ratio.of(
            new Blocks(List.of(quick, quick, quick, quick), List.of(quick, slow, quick, slow)),
            0.5,
            1);
    assertThat(ratio.isVoid()).isTrue();
    assertThat(ratio.against(new Target.AtMost(9))).isEqualTo(Verdict.VOID);
    assertThat(ratio.row("anything", new Target.AtMost(9))).endsWith("VOID");
  }

  @Test
  void a_steady_baseline_does_not() throws Exception {
    assertThat(Stream.iterate(0L, seed -> seed + 1).limit(5).filter(RatioTest::isVoid)).isEmpty();
  }

  private static boolean isVoid(long seed) {
    try {
      return Ratio.of(blocks(seed, 1), 0.5, seed).isVoid();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void blocks_alternate() throws Exception {
    List<String> order = new ArrayList<>();
    Blocks.interleaved(
        3,
        i -> {
          order.add("A" + i);
          return Samples.of(1);
        },
        i -> {
          order.add("B" + i);
          return Samples.of(1);
        });
    assertThat(order).containsExactly("A0", "B0", "A1", "B1", "A2", "B2");
    assertThatThrownBy(() -> Blocks.interleaved(1, _ -> Samples.of(1), _ -> Samples.of(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void quantiles_are_values_that_were_measured() {
    var samples = Samples.of(List.of(4L, 1L, 3L, 2L));
    assertThat(DoubleStream.of(0, 0.25, 0.5, 0.51, 1).mapToObj(samples::quantile))
        .containsExactly(1L, 1L, 2L, 3L, 4L);
    assertThatThrownBy(() -> Samples.of(List.of()).quantile(0.5))
        .isInstanceOf(IllegalStateException.class);
  }
}
