package org.huiwu.notification.channel.sms;

import java.time.Instant;

/// A text that somebody sent us. Number and text are never logged: they are not in [#toString].
///
/// @param at when it came in, by the provider's clock
/// @param id of the event, unique
public record InboundText(String from, String text, Instant at, String id) {

  @Override
  public String toString() {
    return "InboundText[" + id + ", " + at + "]";
  }
}
