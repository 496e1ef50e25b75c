package org.huiwu.transportdispatch;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.huiwu.platform.testsupport.architecture.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
  private static final String SERVICE = "org.huiwu.transportdispatch";

  @Test
  void the_house_rules_are_kept() {
    HouseRules.check(HouseRulesTest.class);
  }

  @Test
  void no_two_features_depend_on_each_other() {
    slices()
        .matching(SERVICE + ".(*)..")
        .should()
        .beFreeOfCycles()
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(SERVICE));
  }
}
