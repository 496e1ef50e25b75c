package org.huiwu.excursion.transfer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All transfers that liaisons have asked for.
public interface Transfers {

  Optional<Transfer> find(UUID conference, UUID id);

  /// In the order in which they came in.
  List<Transfer> all(UUID conference);

  /// Inserts or replaces.
  void save(UUID conference, Transfer transfer);
}
