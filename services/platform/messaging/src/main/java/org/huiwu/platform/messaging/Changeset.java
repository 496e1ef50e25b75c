package org.huiwu.platform.messaging;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/// What one service transaction says: one outbox row, one Kafka record (design: "How a change
/// flows").
///
/// A record that only acknowledges (no states, no manifests, no further part) is *terminal*: it
/// travels on the receipts channel and nobody gives a receipt for it.
///
/// @param id identifies the changeset; a redelivery bears the same
/// @param incarnation raised when a database is restored; versions compare as (incarnation, n)
/// @param root the changeset with which the change began, this one's own id at a root
/// @param cause the changeset that made this one happen, null at a root
/// @param part which part of its change this is; large changes travel in parts under one root
/// @param origin who asked for the change and why; only at a root's first part
/// @param subscribers the services that must give a receipt, pinned when it was written
/// @param receipts what this transaction acknowledges
public record Changeset(
    UUID id,
    UUID conference,
    int incarnation,
    String service,
    UUID root,
    @Nullable UUID cause,
    Part part,
    @Nullable Origin origin,
    List<AggregateState> states,
    @JsonDeserialize(using = RecordReading.Deltas.class) List<ManifestDelta> manifests,
    List<String> subscribers,
    List<Receipt> receipts) {

  /// Part `n` (from 1) of a change; `next` is the id of the following part, null when this is the
  /// last.
  public record Part(int n, @Nullable UUID next) {
    public static final Part WHOLE = new Part(1, null);
  }

  /// The full new state of one aggregate.
  ///
  /// @param aggregate owner and kind, e.g. `excursion.membership`
  /// @param event what happened, past tense, e.g. `route-switched`; the wire type is
  ///   `excursion.route-switched.v1`
  public record AggregateState(
      String aggregate, String id, long version, String event, StateJson state) {}

  /// What changed in one manifest. Values of `lines` are the line's new fields, null where the line
  /// is gone.
  ///
  /// @param seq the owner's sequence for this manifest, one more than `previous`
  /// @param hash content hash of the whole manifest after this delta
  /// @param header the new header, null when it did not change
  /// @param closed the manifest has no header any more (its trip, stop, meal or session is
  ///   cancelled)
  public record ManifestDelta(
      String manifest,
      long seq,
      long previous,
      String hash,
      @Nullable Map<String, String> header,
      boolean closed,
      Map<String, @Nullable Map<String, String>> lines) {}

  /// One subscriber's word that it has handled one changeset, and what it emitted in turn.
  public record Receipt(
      UUID changeset,
      String consumer,
      List<UUID> emitted,
      List<Parked> parked,
      List<Parked> unparked) {}

  /// An aggregate whose state a consumer could not take in; `reason` holds no personal data.
  public record Parked(String aggregate, String id, String reason) {}

  /// Whether this is a changeset of the tree, to be received and receipted, or only an
  /// acknowledgement.
  public boolean bearsNode() {
    return !terminal() || part.n() > 1;
  }

  boolean terminal() {
    return states.isEmpty() && manifests.isEmpty() && part.next() == null && cause != null;
  }
}
