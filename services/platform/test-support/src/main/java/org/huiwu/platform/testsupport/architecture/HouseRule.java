package org.huiwu.platform.testsupport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/// The house rules, one by one. See [HouseRules] for how a module is held to them.
public enum HouseRule {
  NAMES_SAY_WHAT_A_CLASS_IS(
      "no class is an Impl, Manager, Util, Helper or Dto",
      noClasses()
          .should()
          .haveNameMatching(
              "(?:.*[.$])?[^.$]*(?:Impl|Manager|Utils?|Helpers?|Dto|DTO)(?![a-z])[^.$]*")),

  PACKAGES_SAY_WHAT_THEY_ARE_ABOUT(
      "no package is called common, misc, util or helpers",
      noClasses()
          .should()
          .resideInAnyPackage(
              "..common..", "..misc..", "..util..", "..utils..", "..helper..", "..helpers..")),

  /// Holds for records, enums and sealed types, and for every other class that is not itself a use
  /// case (an 'activity') or set-up, that is, one with Spring's `@Service`, `@Component`,
  /// `@Configuration`, `@Transactional` or `@ConfigurationProperties`, or inside one. Adapters
  /// (`web`, `persistence`, `messaging`, `upstream`) are what frameworks are for.
  DOMAIN_IS_PLAIN_JAVA(
      "what the domain decides needs no framework, no SQL, no JSON, no broker",
      noClasses()
          .that(describe("are domain code", HousePredicates::isDomain))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "java.sql..",
              "javax.sql..",
              "tools.jackson..",
              "org.apache.kafka..")),

  SERVICES_STAND_APART(
      "services share the platform and contracts in files, never each other's classes",
      classes().should(HouseConditions.notDependOnAnotherService())),

  CONSTRUCTORS_TELL_WHAT_IS_NEEDED(
      "nothing is injected into fields", GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION),

  DATES_ARE_JAVA_TIME(
      "java.util.Date and its kin are gone",
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.util\\.(?:Date|Calendar|GregorianCalendar)|java\\.text\\.(?:Simple)?DateFormat")),

  TIME_COMES_FROM_A_CLOCK(
      "the time is asked of an injected Clock, so that a test or a drill can set it",
      classes().should(HouseConditions.askAClockForTheTime())),

  NOTHING_IS_PRINTED(
      "only a class with a main method speaks to the console; all others log",
      noClasses()
          .that(describe("have no main method", type -> !HousePredicates.isLauncher(type)))
          .should(HouseConditions.print())),

  PACKAGES_ARE_NULL_MARKED(
      "every package has a package-info.java with @NullMarked",
      all(HouseConditions.packages()).should(HouseConditions.beNullMarked())),

  CONTROLLERS_LIVE_IN_WEB(
      "who speaks HTTP is in a package named web",
      classes()
          .that(describe("are controllers", HousePredicates::isController))
          .should()
          .resideInAPackage("..web..")),

  /// The gateway's own few doors are opened by path, in one place.
  EVERY_DOOR_HAS_ITS_RIGHT(
      "who may come in by a door is in rights.json; a door that names no action opens to nobody",
      methods()
          .that(describe("answer requests to a service", HousePredicates::isDoor))
          .should(HouseConditions.nameAnActionOfTheRights()));

  private final String because;
  private final ArchRule rule;

  HouseRule(String because, ArchRule rule) {
    this.because = because;
    this.rule = rule;
  }

  /// The rule in words.
  public String because() {
    return because;
  }

  ArchRule rule() {
    return rule;
  }
}
