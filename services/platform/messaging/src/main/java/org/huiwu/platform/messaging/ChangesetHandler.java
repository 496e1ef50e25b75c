package org.huiwu.platform.messaging;

import java.util.List;
import java.util.UUID;

/// What a consumer does with the changesets of one conference, inside one transaction that also
/// moves its offsets.
public interface ChangesetHandler {

  /// The services whose `changes` topics are read.
  List<String> owners();

  /// Whether everything that anybody says is read, instead of what is meant for subscribers (only
  /// notification does).
  default boolean followsRipples() {
    return false;
  }

  /// Whether the record needs a transaction at all; offsets of others move with the next that does.
  boolean concerns(Changeset changeset);

  /// Asked once of every changeset that was read: whether these, and what was read before and
  /// waits, lose nothing when they wait some milliseconds for what belongs to them. Only says when
  /// they are taken in, never what comes of it.
  default boolean mayWait(List<Changeset> news) {
    return false;
  }

  /// @param carefully the same changesets failed together: take each alone, and park what still
  ///   fails
  void on(UUID conference, List<Changeset> changesets, boolean carefully);

  /// After the transaction has committed.
  default void committed(UUID conference) {}
}
