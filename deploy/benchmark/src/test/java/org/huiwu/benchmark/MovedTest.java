package org.huiwu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MovedTest {

  @Test
  void a_change_is_found_again_in_what_it_said() {
    var moved = new Moved(17, 4);
    assertThat(Moved.in("{\"hall\":\"" + moved.hall() + "\",\"version\":3}")).contains(moved);
    assertThat(Moved.in("{\"hall\":\"a hall\"}")).isEmpty();
  }
}
