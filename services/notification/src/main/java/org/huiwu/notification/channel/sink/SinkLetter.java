package org.huiwu.notification.channel.sink;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.contact.WebhookAddress;

/// A letter that would have been sent.
///
/// @param n its number in the conference's sink, from 1 without a gap
/// @param letter our reference
public record SinkLetter(
    long n,
    UUID letter,
    ChannelKind channel,
    String address,
    String subject,
    String text,
    List<Enclosed> attachments,
    Instant at) {

  /// @param size in bytes
  public record Enclosed(String name, int size) {}

  /// For who reads the sink: of a webhook only where it leads.
  public SinkLetter withoutWebhookKey() {
    return channel == ChannelKind.WEBHOOK
        ? new SinkLetter(
            n, letter, channel, WebhookAddress.withoutKey(address), subject, text, attachments, at)
        : this;
  }

  @Override
  public String toString() {
    return "SinkLetter[" + n + ", " + letter + ", " + channel + "]";
  }
}
