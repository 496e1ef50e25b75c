package org.huiwu.notification.duty;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Addresses of what can be acted upon, from `/conferences` on.
public final class MatterLinks {
  private MatterLinks() {}

  public static String debtsOf(UUID conference, String contact) {
    return in(conference, "standings?debts=true&contact=" + encoded(contact));
  }

  public static String lettersTo(UUID conference, String contact) {
    return in(conference, "letters?contact=" + encoded(contact));
  }

  public static String caseOf(UUID conference, UUID change) {
    return in(conference, "cases/" + change);
  }

  public static String call(UUID conference, UUID task) {
    return in(conference, "call-tasks/" + task);
  }

  public static String recipientsOf(UUID conference, String manifest) {
    return in(conference, "manifests/" + encoded(manifest) + "/recipients");
  }

  public static String gateOf(UUID conference, String trip) {
    return in(conference, "gates/" + encoded(trip));
  }

  public static String retiming(UUID conference, UUID retiming) {
    return in(conference, "retimings/" + retiming);
  }

  private static String in(UUID conference, String path) {
    return "/conferences/" + conference + "/" + path;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
