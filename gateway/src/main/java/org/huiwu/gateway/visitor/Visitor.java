package org.huiwu.gateway.visitor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiwu.gateway.session.SignedIn;

/// Somebody without an account: a recipient or a delegate who opened a link, or a provider who
/// reports what became of a message. Whoever they say they are is for the service to prove (a
/// cookie of its own, a signature); to the platform all of them are this one.
public final class Visitor {
  /// Paths below are the recipients' pages.
  public static final String SITE = "/site";

  /// Paths below are the providers' callbacks.
  public static final String PROVIDERS = "/providers";

  public static final String[] PATHS = {SITE + "/**", PROVIDERS + "/**"};

  /// Paths below are the delegates' own pages.
  public static final String PERSONAL = SITE + "/me";

  /// The only cookie that passes, and only below [#SITE].
  public static final String COOKIE = "huiwu_site";

  /// Below [#PERSONAL] this one does, in its place.
  public static final String PERSONAL_COOKIE = "huiwu_me";

  /// The one cookie that passes there and back.
  public static String cookie(String path) {
    return path.startsWith(PERSONAL + "/") ? PERSONAL_COOKIE : COOKIE;
  }

  /// Holds one role on the platform and nothing in any conference; nobody can be granted it.
  public static final SignedIn ANYBODY =
      new SignedIn(
          new UUID(0, 0), "visitor", "", false, 0, Map.of(SignedIn.PLATFORM, Set.of("visitor")));

  private Visitor() {}

  /// Whether a request is one at their door, whoever sends it.
  public static boolean isOne(HttpServletRequest request) {
    return path(request).startsWith(SITE + "/") || path(request).startsWith(PROVIDERS + "/");
  }

  /// As the routes read it: `%73ite` is `site`.
  public static String path(HttpServletRequest request) {
    return request.getServletPath();
  }
}
