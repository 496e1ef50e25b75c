package org.huiwu.benchmark.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class PassageTest {
  private static final long STALL = 30_000_000;

  @Test
  void who_waits_behind_a_stall_counts_from_the_intended_start() throws Exception {
    var passage = new Passage(Arrivals.evenly(1_000, Duration.ofMillis(10)));
    passage.run(
        1,
        n -> {
          if (n == 0) {
            var until = passage.intended(0) + STALL;
            while (System.nanoTime() < until) {
              LockSupport.parkNanos(until - System.nanoTime());
            }
          }
          passage.ended(n, System.nanoTime());
        });
    assertThat(passage.awaitAll(Duration.ZERO)).isTrue();
    // the last was intended 9 ms after the first, and took no time of its own
    assertThat(passage.latencies().size()).isEqualTo(10);
    assertThat(passage.latencies().quantile(0)).isGreaterThanOrEqualTo(STALL - 9_000_000);
    assertThat(passage.latencies().quantile(1)).isGreaterThanOrEqualTo(STALL);
    assertThat(passage.duration()).isGreaterThanOrEqualTo(STALL);
  }

  @Test
  void nobody_begins_before_their_time_and_everybody_begins() throws Exception {
    var passage = new Passage(Arrivals.poisson(2_000, Duration.ofMillis(50), 3));
    Set<Integer> early = ConcurrentHashMap.newKeySet();
    Set<Integer> begun = ConcurrentHashMap.newKeySet();
    passage.run(
        4,
        n -> {
          if (System.nanoTime() < passage.intended(n)) {
            early.add(n);
          }
          begun.add(n);
        });
    assertThat(early).isEmpty();
    assertThat(begun).hasSizeGreaterThan(50);
    assertThat(passage.missing()).isEqualTo(begun.size());
  }

  @Test
  void only_the_first_arrival_counts_and_what_was_withdrawn_leaves_none() throws Exception {
    var passage = new Passage(Arrivals.atOnce(3));
    passage.ended(0, passage.intended(0) + 5);
    passage.ended(0, passage.intended(0) + 9);
    passage.withdrawn(1);
    assertThat(passage.missing()).isEqualTo(1);
    assertThat(passage.awaitAll(Duration.ZERO)).isFalse();
    assertThat(passage.latencies().size()).isEqualTo(1);
    assertThat(passage.latencies().quantile(1)).isEqualTo(5);
  }

  @Test
  void what_cannot_be_begun_ends_the_block() {
    var passage = new Passage(Arrivals.atOnce(2));
    assertThatThrownBy(() ->
            passage.run(
                1,
                n -> {
                  throw new IllegalStateException("refused " + n);
                }))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("refused 0");
  }
}
