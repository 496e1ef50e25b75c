package org.huiwu.platform.testsupport.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ClassesTransformer;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// Conditions ArchUnit has no words for.
final class HouseConditions {

  private static final String HOUSE = "org.huiwu.";
  private static final String ALLOWED = "org.huiwu.platform.web.access.Allowed";

  private HouseConditions() {}

  static ArchCondition<JavaClass> notDependOnAnotherService() {
    return condition(
        "not depend on another service",
        (type, events) -> {
          String own = serviceOf(type);
          for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            String other = serviceOf(dependency.getTargetClass());
            if (!other.isEmpty()
                && !other.equals(own)
                && !other.equals("platform")
                && !other.equals("contracts")) {
              events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
            }
          }
        });
  }

  private static String serviceOf(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(HOUSE) ? name.substring(HOUSE.length()).split("\\.")[0] : "";
  }

  static ArchCondition<JavaClass> askAClockForTheTime() {
    return condition(
        "ask a Clock for the time",
        (type, events) ->
            accesses(type)
                .filter(access -> readsTheMachinesTime(access.getTarget()))
                .forEach(access ->
                    events.add(SimpleConditionEvent.violated(type, access.getDescription()))));
  }

  private static boolean readsTheMachinesTime(AccessTarget target) {
    String owner = target.getOwner().getName();
    if (owner.equals("java.lang.System")) {
      return target.getName().equals("currentTimeMillis");
    }
    return owner.startsWith("java.time.")
        && target.getName().equals("now")
        && target instanceof AccessTarget.CodeUnitAccessTarget method
        && method.getRawParameterTypes().stream()
            .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
  }

  /// `System.out`, `System.err`, `printStackTrace()`.
  static ArchCondition<JavaClass> print() {
    return condition(
        "print",
        (type, events) ->
            accesses(type)
                .filter(access -> prints(access.getTarget()))
                .forEach(access ->
                    events.add(SimpleConditionEvent.satisfied(type, access.getDescription()))));
  }

  private static boolean prints(AccessTarget target) {
    String name = target.getName();
    return target.getOwner().getName().equals("java.lang.System")
        ? name.equals("out") || name.equals("err")
        : name.equals("printStackTrace") && target.getOwner().isAssignableTo(Throwable.class);
  }

  private static Stream<JavaAccess<?>> accesses(JavaClass type) {
    return Stream.of(
            type.getMethodCallsFromSelf(),
            type.getMethodReferencesFromSelf(),
            type.getFieldAccessesFromSelf())
        .flatMap(Set::stream);
  }

  static ClassesTransformer<JavaPackage> packages() {
    return new AbstractClassesTransformer<>("packages") {
      @Override
      public Iterable<JavaPackage> doTransform(JavaClasses classes) {
        Set<JavaPackage> packages = new LinkedHashSet<>();
        classes.forEach(type -> packages.add(type.getPackage()));
        return packages;
      }
    };
  }

  static ArchCondition<JavaPackage> beNullMarked() {
    return new ArchCondition<>("be @NullMarked") {
      @Override
      public void check(JavaPackage item, ConditionEvents events) {
        boolean marked =
            item.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
        if (!marked) {
          events.add(
              SimpleConditionEvent.violated(
                  item, "package " + item.getName() + " is not @NullMarked"));
        }
      }
    };
  }

  static ArchCondition<JavaMethod> nameAnActionOfTheRights() {
    return new ArchCondition<>("name an action that rights.json knows") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        var named =
            method.getAnnotations().stream()
                .filter(a -> a.getRawType().getName().equals(ALLOWED))
                .findFirst();
        if (named.isEmpty()) {
          events.add(
              SimpleConditionEvent.violated(
                  method, method.getFullName() + " has no @Allowed action"));
          return;
        }
        var action = String.valueOf(named.get().get("value").orElse(""));
        var kinds = !String.valueOf(named.get().get("kindOf").orElse("")).isEmpty();
        if (!RightsFile.knows(action, kinds)) {
          events.add(
              SimpleConditionEvent.violated(
                  method, method.getFullName() + ": rights.json does not know " + action));
        }
      }
    };
  }

  private static ArchCondition<JavaClass> condition(
      String words, BiConsumer<JavaClass, ConditionEvents> check) {
    return new ArchCondition<>(words) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        check.accept(item, events);
      }
    };
  }
}
