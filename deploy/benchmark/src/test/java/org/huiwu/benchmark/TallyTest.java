package org.huiwu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
  private final Tally tally = new Tally();

  private void arrive(String conference, Integer... orders) {
    List.of(orders).forEach(order -> tally.arrived(conference, order));
  }

  @Test
  void gaps_are_of_those_that_were_rolled_back_and_conferences_do_not_mind_each_other() {
    arrive("a", 0, 3, 4);
    arrive("b", 1, 2);
    assertThat(tally.inverted()).isZero();
    assertThat(tally.doubled()).isZero();
  }

  @Test
  void who_was_overtaken_is_inverted_once_however_often_it_comes() {
    arrive("a", 0, 2, 1, 1, 3);
    assertThat(tally.inverted()).isEqualTo(1);
    assertThat(tally.doubled()).isEqualTo(1);
  }

  @Test
  void what_comes_again_is_no_inversion() {
    arrive("a", 0, 1, 2, 0, 1, 2, 3);
    assertThat(tally.inverted()).isZero();
    assertThat(tally.doubled()).isEqualTo(3);
    assertThat(tally.arrived("a", 3)).isFalse();
  }
}
