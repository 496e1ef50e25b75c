package org.huiwu.excursion;

import org.huiwu.platform.testsupport.architecture.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void the_house_rules_are_kept() {
    HouseRules.check(ArchitectureTest.class);
  }
}
