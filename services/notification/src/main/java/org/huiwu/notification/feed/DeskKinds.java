package org.huiwu.notification.feed;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.huiwu.platform.web.problem.ProblemException.Forbidden;

/// Which kinds of manifests are whose business.
public final class DeskKinds {
  private static final List<String> ALL = List.of("rooming", "meal", "trip", "site", "session");

  private static final Map<String, List<String>> BY_ROLE =
      Map.of(
          "accommodation", List.of("rooming"),
          "catering", List.of("meal"),
          "transport", List.of("trip"),
          "excursion", List.of("site", "trip"),
          "venue", List.of("session"),
          "liaison", List.of("trip", "site"),
          "registration", ALL,
          "protocol", ALL,
          "duty", ALL);

  private DeskKinds() {}

  /// Of whoever holds these roles, all together.
  public static Set<String> of(Collection<String> roles) {
    Set<String> kinds = new TreeSet<>();
    roles.forEach(role -> kinds.addAll(BY_ROLE.getOrDefault(role, List.of())));
    return kinds;
  }

  /// @param manifest or a pattern, `site:*`
  /// @throws Forbidden when it is no business of who acts in this role
  public static void mustHold(String role, String manifest) {
    var colon = manifest.indexOf(':');
    if (!of(List.of(role)).contains(manifest.substring(0, Math.max(0, colon)))) {
      throw new Forbidden("manifest-of-another-desk", manifest, role);
    }
  }
}
