package org.huiwu.accommodation.rooming;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Which rooms each hold has.
public interface BlockedRoomsLedger {

  /// Cancelled ones ask for nothing, and so do those in a cancelled hotel.
  List<BlockedRooms> of(UUID conference, Collection<UUID> holds);

  /// Those in the hotels that have fewer rooms than they ask for, the eldest first.
  List<BlockedRooms> shortIn(UUID conference, Collection<String> hotels);

  void save(UUID conference, Collection<BlockedRooms> blocked);
}
