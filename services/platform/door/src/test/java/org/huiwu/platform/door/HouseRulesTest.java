package org.huiwu.platform.door;

import org.huiwu.platform.testsupport.architecture.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  @Test
  void the_house_rules_are_kept() {
    HouseRules.check(HouseRulesTest.class);
  }
}
