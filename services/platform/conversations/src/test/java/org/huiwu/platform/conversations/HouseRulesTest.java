package org.huiwu.platform.conversations;

import org.huiwu.platform.testsupport.architecture.HouseRule;
import org.huiwu.platform.testsupport.architecture.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  /// This library speaks HTTP, JSON and Kafka with services and has no domain of its own.
  @Test
  void the_house_rules_are_kept() {
    HouseRules.check(HouseRulesTest.class, HouseRule.DOMAIN_IS_PLAIN_JAVA);
  }
}
