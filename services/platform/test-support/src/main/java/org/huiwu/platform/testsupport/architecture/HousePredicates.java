package org.huiwu.platform.testsupport.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.List;
import java.util.Optional;

/// What a class is, as far as the rules care.
final class HousePredicates {

  private static final List<String> ADAPTERS =
      List.of("web", "persistence", "messaging", "upstream");

  private static final List<String> OF_SPRING =
      List.of(
          "org.springframework.stereotype.Component",
          "org.springframework.transaction.annotation.Transactional",
          "org.springframework.boot.context.properties.ConfigurationProperties");

  private static final String SETTINGS =
      "org.springframework.boot.context.properties.ConfigurationProperties";

  private HousePredicates() {}

  static boolean isDomain(JavaClass type) {
    if (isPackageInfo(type) || isInAdapter(type)) {
      return false;
    }
    if (type.isRecord() || type.isEnum() || type.isSealed()) {
      return !type.isMetaAnnotatedWith(SETTINGS);
    }
    return !isOfSpring(type);
  }

  /// `@Service`, `@Configuration` and the like are themselves `@Component`.
  private static boolean isOfSpring(JavaClass type) {
    for (Optional<JavaClass> at = Optional.of(type);
        at.isPresent();
        at = at.get().getEnclosingClass()) {
      if (OF_SPRING.stream().anyMatch(at.get()::isMetaAnnotatedWith)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInAdapter(JavaClass type) {
    return List.of(type.getPackageName().split("\\.")).stream().anyMatch(ADAPTERS::contains);
  }

  static boolean isPackageInfo(JavaClass type) {
    return type.getSimpleName().equals("package-info");
  }

  static boolean isLauncher(JavaClass type) {
    return type.getMethods().stream().anyMatch(method -> method.getName().equals("main"));
  }

  static boolean isController(JavaClass type) {
    return !type.isAnnotation()
        && (type.isMetaAnnotatedWith("org.springframework.stereotype.Controller")
            || type.isMetaAnnotatedWith(
                "org.springframework.web.bind.annotation.ControllerAdvice"));
  }

  /// What says an error is come to by nobody from outside.
  static boolean isDoor(JavaMethod method) {
    return method.isMetaAnnotatedWith("org.springframework.web.bind.annotation.RequestMapping")
        && isController(method.getOwner())
        && method.getOwner().getAllRawInterfaces().stream()
            .noneMatch(i -> i.getSimpleName().equals("ErrorController"))
        && !method.getOwner().getPackageName().startsWith("org.huiwu.gateway");
  }
}
