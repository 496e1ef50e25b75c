package org.huiwu.platform.messaging;

import java.util.List;
import java.util.UUID;

/// What a consumer does with the changesets of one conference, inside one transaction that also
/// moves its offsets.
public interface ChangesetHandler {

  /// The services whose `changes` topics are read.
  List<String> owners();

  /// Whether the receipts topic is read as well (only notification does).
  default boolean readsReceipts() {
    return false;
  }

  /// Whether the record needs a transaction at all; offsets of others move with the next that does.
  boolean concerns(Changeset changeset);

  /// @param carefully the same changesets failed together: take each alone, and park what still
  ///   fails
  void on(UUID conference, List<Changeset> changesets, boolean carefully);

  /// After the transaction has committed.
  void committed(UUID conference);
}
