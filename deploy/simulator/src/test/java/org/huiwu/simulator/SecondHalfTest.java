package org.huiwu.simulator;

import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;

/// The second half of the [Seeds], in a process of its own where there are two. Skipped where there
/// is but one seed.
class SecondHalfTest {

  @Test
  void whatever_comes_twice_or_late_and_whoever_crashes_every_list_ends_as_without_faults()
      throws Exception {
    var seeds = Seeds.secondHalf();
    assumeThat(seeds.count()).as("a single seed has no second half").isPositive();
    seeds.play();
  }
}
