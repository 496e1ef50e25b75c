package org.huiwu.notification.ripple;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The whole story of a change: who made it and why, the tree of receipts, its state, what it
/// revised.
///
/// @param n the conference's number of the change, for `since`
/// @param state open, settled, settled-with-parked; stalled is an open one that has waited longer
///   than the cap
/// @param waitingFor who has not given a receipt of what, or what has not come in
public record ChangeView(
    UUID id,
    long n,
    String service,
    String action,
    String actor,
    String role,
    @Nullable String reason,
    @Nullable Instant receivedAt,
    String state,
    @Nullable Instant settledAt,
    List<Waiting> waitingFor,
    List<ParkedView> parked,
    List<Node> tree,
    List<ChangeEvents.Revised> revised) {

  /// @param consumer null when the changeset itself has not come in
  public record Waiting(UUID changeset, @Nullable String consumer) {}

  public record ParkedView(String consumer, String aggregate, String id, String reason) {}

  public record Node(
      UUID changeset,
      @Nullable String service,
      @Nullable UUID cause,
      int part,
      List<String> events,
      List<ReceiptView> receipts) {}

  public record ReceiptView(String consumer, Instant at, List<UUID> emitted) {}
}
