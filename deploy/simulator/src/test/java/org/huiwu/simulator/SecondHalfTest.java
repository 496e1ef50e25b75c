package org.huiwu.simulator;

import org.junit.jupiter.api.Test;

/// The second half of the [Seeds], in a process of its own where there are two.
class SecondHalfTest {

  @Test
  void whatever_comes_twice_or_late_and_whoever_crashes_every_list_ends_as_without_faults()
      throws Exception {
    Seeds.secondHalf().play();
  }
}
