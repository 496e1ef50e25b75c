package org.huiwu.platform.manifests;

import org.huiwu.platform.testsupport.architecture.HouseRule;
import org.huiwu.platform.testsupport.architecture.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  /// This library is itself the adapter between pure contributions and the database: it has no
  /// domain of its own, so only that rule does not apply.
  @Test
  void the_house_rules_are_kept() {
    HouseRules.check(HouseRulesTest.class, HouseRule.DOMAIN_IS_PLAIN_JAVA);
  }
}
