package org.huiwu.platform.testsupport.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Holds a module to the house rules. Every module has one test that calls it:
///
/// ```java
/// class ArchitectureTest {
///   @Test
///   void the_house_rules_are_kept() {
///     HouseRules.check(ArchitectureTest.class);
///   }
/// }
/// ```
public final class HouseRules {

  private HouseRules() {}

  /// Checks all classes of the module, its tests excepted.
  ///
  /// @param anyClassOfModule its package names the module: `org.huiwu.<service>` or
  ///   `org.huiwu.platform.<library>`
  /// @param except rules that do not hold for this module; say why where you name them
  /// @throws AssertionError listing every violation by rule
  public static void check(Class<?> anyClassOfModule, HouseRule... except) {
    check(moduleOf(anyClassOfModule.getPackageName()), except);
  }

  /// As [#check(Class, HouseRule...)], for the package and all below it.
  public static void check(String rootPackage, HouseRule... except) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(rootPackage);
    if (classes.isEmpty()) {
      throw new AssertionError("there is no class in " + rootPackage + " to be checked");
    }
    Set<HouseRule> rules = EnumSet.allOf(HouseRule.class);
    rules.removeAll(List.of(except));
    List<String> broken = new ArrayList<>();
    for (HouseRule rule : rules) {
      List<String> violations = violations(rule, classes);
      if (!violations.isEmpty()) {
        broken.add(rule + ": " + rule.because() + "\n  " + String.join("\n  ", violations));
      }
    }
    if (!broken.isEmpty()) {
      throw new AssertionError(String.join("\n", broken));
    }
  }

  static List<String> violations(HouseRule rule, JavaClasses classes) {
    ArchRule lenient = rule.rule().allowEmptyShould(true);
    return lenient.evaluate(classes).getFailureReport().getDetails();
  }

  static String moduleOf(String packageName) {
    String[] parts = packageName.split("\\.");
    int depth = parts.length > 2 && parts[2].equals("platform") ? 4 : 3;
    return String.join(".", List.of(parts).subList(0, Math.min(depth, parts.length)));
  }
}
