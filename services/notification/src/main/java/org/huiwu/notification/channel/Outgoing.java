package org.huiwu.notification.channel;

import java.util.List;
import java.util.UUID;
import org.huiwu.notification.contact.ChannelKind;
import org.jspecify.annotations.Nullable;

/// A letter as it goes out: to one address, on one channel.
///
/// Address, text and secret are never logged: they are not in [#toString].
///
/// @param reference ours, unique, and told to the provider
/// @param address a number, an e-mail address or the URL of a webhook
/// @param subject of an e-mail, and the first line for a robot; "" = none
/// @param secret what a webhook's requests are signed with; null = not signed
public record Outgoing(
    UUID reference,
    UUID conference,
    ChannelKind channel,
    String address,
    String subject,
    String text,
    List<Attachment> attachments,
    @Nullable String secret) {
  public Outgoing {
    attachments = List.copyOf(attachments);
  }

  @Override
  public String toString() {
    return "Outgoing[" + reference + ", " + conference + ", " + channel.wire() + "]";
  }
}
