package org.huiwu.registration.roster.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.registration.roster.importing.Rows.admitted;
import static org.huiwu.registration.roster.importing.Rows.waiting;

import org.junit.jupiter.api.Test;

class PartBufferTest {

  @Test
  void a_part_is_closed_only_by_the_person_who_does_not_fit_any_more() {
    var part = new PartBuffer(2);
    part.add(admitted(2, "甲一", null));
    part.add(admitted(3, "甲二", null));
    assertThat(part.isFullFor(waiting(4))).isFalse();
    assertThat(part.isFullFor(admitted(5, "甲三", null))).isTrue();
  }

  @Test
  void rows_that_wait_take_no_place_in_a_part() {
    var part = new PartBuffer(1);
    part.add(waiting(2));
    part.add(waiting(3));
    assertThat(part.isFullFor(admitted(4, "甲一", null))).isFalse();
    part.add(admitted(4, "甲一", null));
    assertThat(part.drain()).hasSize(3);
  }

  @Test
  void a_drained_part_is_empty() {
    var part = new PartBuffer(1);
    part.add(admitted(2, "甲一", null));
    part.drain();
    assertThat(part.isFullFor(admitted(3, "甲二", null))).isFalse();
    assertThat(part.drain()).isEmpty();
  }
}
