package org.huiwu.accommodation.rooming;

import java.util.List;

/// Where a guest goes.
public sealed interface Decision {

  /// Into this room; nobody else moves.
  record Placed(String room) implements Decision {}

  /// Into this empty room, and these of its party move there with it.
  record Together(String room, List<Guest> moved) implements Decision {}

  /// Nowhere: no room fits.
  record Unplaced() implements Decision {}
}
