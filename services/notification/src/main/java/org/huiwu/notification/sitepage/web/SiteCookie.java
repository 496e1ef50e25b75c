package org.huiwu.notification.sitepage.web;

import java.time.Duration;
import org.huiwu.notification.sitelink.Secret;
import org.springframework.http.ResponseCookie;

/// The cookie by which a recipient's browser is known: no script reads it, no other site sends it,
/// and it goes to the recipients' pages only. That it goes by https only is added by the gateway,
/// which knows.
final class SiteCookie {
  static final String NAME = "huiwu_site";

  private SiteCookie() {}

  static String of(Secret secret, Duration life) {
    return ResponseCookie.from(NAME, secret.text())
        .path("/site")
        .httpOnly(true)
        .sameSite("Strict")
        .maxAge(life)
        .build()
        .toString();
  }
}
