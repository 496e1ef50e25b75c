package org.huiwu.notification.channel;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.channel.Outcome.NotSent;
import org.huiwu.notification.contact.ChannelKind;

/// A way by which letters leave the platform.
public interface Channel {
  ChannelKind kind();

  /// Sends it, once; what was surely not sent may have been tried more than once.
  Outcome send(Outgoing letter);

  /// Why a letter to this address would not be given to the provider at all just now. Empty: it
  /// would be. Asked before a letter is written, which may take long.
  default Optional<NotSent> away(String address) {
    return Optional.empty();
  }

  /// What the provider says became of it. Empty: it does not know (yet), or cannot be asked.
  ///
  /// @param sentAfter not sent before then; only some time later does a provider that has never
  ///   heard of it mean that it was not sent
  Optional<Outcome> lookUp(UUID reference, Instant sentAfter);
}
