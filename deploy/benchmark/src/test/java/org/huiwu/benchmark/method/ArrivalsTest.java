package org.huiwu.benchmark.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

  @Test
  void an_even_schedule_has_equal_distances() {
    var arrivals = Arrivals.evenly(200, Duration.ofSeconds(2));
    assertThat(arrivals.size()).isEqualTo(400);
    assertThat(IntStream.range(0, 400).mapToObj(arrivals::offset))
        .isEqualTo(IntStream.range(0, 400).mapToObj(n -> n * 5_000_000L).toList());
  }

  @Test
  void a_poisson_schedule_has_the_rate_and_the_spread_of_one() {
    var arrivals = Arrivals.poisson(200, Duration.ofSeconds(100), 1);
    // 20,000 expected, standard deviation 141
    assertThat(arrivals.size()).isCloseTo(20_000, within(600));
    var gaps =
        IntStream.range(1, arrivals.size())
            .mapToDouble(n -> (arrivals.offset(n) - arrivals.offset(n - 1)) / 1e6)
            .summaryStatistics();
    var mean = gaps.getAverage();
    var variance =
        IntStream.range(1, arrivals.size())
            .mapToDouble(n -> (arrivals.offset(n) - arrivals.offset(n - 1)) / 1e6 - mean)
            .map(d -> d * d)
            .average()
            .orElseThrow();
    assertThat(gaps.getMin()).isNotNegative();
    assertThat(mean).isCloseTo(5, within(0.2));
    // an exponential distance spreads as widely as it is long
    assertThat(Math.sqrt(variance)).isCloseTo(mean, within(0.2));
  }

  @Test
  void a_seed_tells_the_schedule() {
    var length = Duration.ofSeconds(5);
    assertThat(Arrivals.poisson(50, length, 7)).hasToString("" + Arrivals.poisson(50, length, 7));
    assertThat(Arrivals.poisson(50, length, 7).toString())
        .isNotEqualTo(Arrivals.poisson(50, length, 8).toString());
  }

  @Test
  void a_burst_is_intended_for_one_moment() {
    var arrivals = Arrivals.atOnce(3);
    assertThat(arrivals).hasToString("[0, 0, 0]");
  }
}
