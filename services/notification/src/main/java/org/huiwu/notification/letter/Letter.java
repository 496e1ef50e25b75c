package org.huiwu.notification.letter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.contact.ChannelKind;
import org.jspecify.annotations.Nullable;

/// One message to one recipient on one channel, of one or more manifests. What became of it is
/// always known: waiting, sending, then sent, delivered, failed or unknown; or withdrawn, because
/// there was nothing left to say.
///
/// @param items what it tells of; none for a PIN or a reminder
public record Letter(
    UUID id,
    String contact,
    ChannelKind channel,
    Purpose purpose,
    State state,
    boolean rehearsal,
    Instant plannedAt,
    Instant sendAfter,
    @Nullable Instant sentAt,
    @Nullable Instant settledAt,
    int attempts,
    @Nullable String providerReference,
    @Nullable String reason,
    List<Item> items) {

  /// @param fromVersion the version that the recipient had acknowledged, 0 for none
  public record Item(String manifest, long fromVersion, long toVersion) {}

  public enum State {
    WAITING,
    SENDING,
    SENT,
    DELIVERED,
    FAILED,
    UNKNOWN,
    WITHDRAWN;

    @com.fasterxml.jackson.annotation.JsonValue
    public String wire() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
