package org.huiwu.catering.diet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DietTest {
  private static final Diet NORMAL = new Diet("a", "normal", 1);

  @Test
  void another_diet_is_the_next_version() {
    assertThat(NORMAL.changedTo("halal")).isEqualTo(new Diet("a", "halal", 2));
  }

  @Test
  void the_same_diet_is_no_change() {
    assertThat(NORMAL.changedTo("normal")).isSameAs(NORMAL);
  }
}
