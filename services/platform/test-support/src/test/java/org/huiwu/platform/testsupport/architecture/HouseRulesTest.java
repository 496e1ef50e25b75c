package org.huiwu.platform.testsupport.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each rule against planted violations: it names all of them and none of the innocent beside them.
class HouseRulesTest {

  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("org.huiwu.planted");

  private static final Pattern PLANTED_NAME =
      Pattern.compile(
          "org\\.huiwu\\.planted\\.((?:[a-z]+\\.)*(?:[A-Z][\\w$]*|package-info|[a-z]+(?![\\w.-])))");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NAMES_SAY_WHAT_A_CLASS_IS        | names.DateUtils names.RoomManager names.RoomManager$BedDtoReader
          PACKAGES_SAY_WHAT_THEY_ARE_ABOUT | common.Anything common.package-info
          DOMAIN_IS_PLAIN_JAVA             | domain.Booker$Attempt domain.Booking domain.BookingEvent$Made domain.Bookings
          SERVICES_STAND_APART             | stray.Neighbourly
          CONSTRUCTORS_TELL_WHAT_IS_NEEDED | stray.FieldInjected
          DATES_ARE_JAVA_TIME              | clock.OldTimes
          TIME_COMES_FROM_A_CLOCK          | clock.MachineTime
          NOTHING_IS_PRINTED               | clock.Chatterbox
          PACKAGES_ARE_NULL_MARKED         | unmarked
          CONTROLLERS_LIVE_IN_WEB          | stray.StrayAdvice stray.StrayController
          EVERY_DOOR_HAS_ITS_RIGHT         | doors.web.OpenDoor
          """)
  void a_rule_names_every_planted_violation_and_none_of_the_innocent(
      HouseRule rule, String expected) {
    assertThat(offenders(rule)).containsExactlyInAnyOrder(expected.split(" "));
  }

  @Test
  void the_machine_s_time_is_found_in_every_disguise() {
    assertThat(HouseRules.violations(HouseRule.TIME_COMES_FROM_A_CLOCK, PLANTED))
        .hasSize(4)
        .anyMatch(line -> line.contains("called()"))
        .anyMatch(line -> line.contains("inZone()"))
        .anyMatch(line -> line.contains("referredTo()"))
        .anyMatch(line -> line.contains("millis()"));
    assertThat(HouseRules.violations(HouseRule.NOTHING_IS_PRINTED, PLANTED))
        .hasSize(3)
        .anyMatch(line -> line.contains("out()"))
        .anyMatch(line -> line.contains("err()"))
        .anyMatch(line -> line.contains("trace()"));
  }

  @Test
  void a_module_that_keeps_the_rules_passes_and_one_without_classes_does_not() {
    assertThatCode(() -> HouseRules.check("org.huiwu.platform.testsupport.architecture"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> HouseRules.check("org.huiwu.nothing"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("org.huiwu.nothing");
  }

  @Test
  void a_module_that_breaks_a_rule_fails_unless_that_rule_is_excepted() {
    // this very module: its libraries speak JDBC outside any adapter
    assertThatThrownBy(() -> HouseRules.check(HouseRulesTest.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("DOMAIN_IS_PLAIN_JAVA: what the domain decides needs no framework")
        .hasMessageContaining("TestServers");
    assertThatCode(() -> HouseRules.check(HouseRulesTest.class, HouseRule.DOMAIN_IS_PLAIN_JAVA))
        .doesNotThrowAnyException();
  }

  @Test
  void the_embedded_servers_keep_the_rules_too_but_for_being_an_adapter_as_a_whole() {
    assertThatCode(
            () -> HouseRules.check("org.huiwu.platform.embedded", HouseRule.DOMAIN_IS_PLAIN_JAVA))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "org.huiwu.excursion.membership.web, org.huiwu.excursion",
    "org.huiwu.excursion, org.huiwu.excursion",
    "org.huiwu.platform.web.problems, org.huiwu.platform.web"
  })
  void a_class_s_package_names_its_module(String packageName, String module) {
    assertThat(HouseRules.moduleOf(packageName)).isEqualTo(module);
  }

  private static Set<String> offenders(HouseRule rule) {
    List<String> lines = HouseRules.violations(rule, PLANTED);
    return lines.stream()
        .map(line -> {
          var name = PLANTED_NAME.matcher(line);
          assertThat(name.find()).as(line).isTrue();
          return name.group(1);
        })
        .collect(Collectors.toSet());
  }
}
