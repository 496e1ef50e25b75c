package org.huiwu.notification.contact;

import java.util.Objects;
import java.util.regex.Pattern;

/// What may be shown of a webhook. A robot's key is its whole secret: some carry it in the query,
/// others in the path.
public final class WebhookAddress {
  private static final Pattern HOST =
      Pattern.compile(
          "^\\s*(\\S+\\s+)?(https?)://(?:[^/?#]*@)?([^/?#]*)", Pattern.CASE_INSENSITIVE);

  private WebhookAddress() {}

  /// Only where it leads. What cannot be read as an address is left out whole.
  public static String withoutKey(String webhook) {
    if (webhook.isBlank()) {
      return webhook;
    }
    var found = HOST.matcher(webhook);
    return found.find()
        ? Objects.requireNonNullElse(found.group(1), "")
            + found.group(2)
            + "://"
            + found.group(3)
            + "/…"
        : "…";
  }
}
