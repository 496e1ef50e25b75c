package org.huiwu.notification.personal.web;

import java.time.Duration;
import org.huiwu.notification.sitelink.Secret;
import org.springframework.http.ResponseCookie;

/// The cookie by which a browser is known to have a personal page open: no script reads it, no
/// other site sends it, and it goes to personal pages only. That it goes by https only is added by
/// the gateway, which knows.
final class PersonalCookie {
  static final String NAME = "huiwu_me";

  private PersonalCookie() {}

  static String of(Secret secret, Duration life) {
    return cookie(secret.text(), life);
  }

  static String forgotten() {
    return cookie("", Duration.ZERO);
  }

  private static String cookie(String value, Duration life) {
    return ResponseCookie.from(NAME, value)
        .path("/site/me")
        .httpOnly(true)
        .sameSite("Strict")
        .maxAge(life)
        .build()
        .toString();
  }
}
