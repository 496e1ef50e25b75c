package org.huiwu.accommodation.rooming;

import org.jspecify.annotations.Nullable;

/// The recorded decision: a guest's room in a hotel. One for each person and hotel.
///
/// @param guest as it was when the room was decided
/// @param room null when the guest is unplaced
public record Stay(String hotel, Guest guest, @Nullable String room) {

  /// Whether the manifest's line is another one; its room aside (FORMAT.md, `rooming`: `from`,
  /// `to`).
  boolean readsDifferently(Guest now) {
    return !guest.nights().reach().equals(now.nights().reach())
        || !guest.delegation().equals(now.delegation());
  }

  /// Whether the room has to be checked again for what the guest is now.
  boolean mayNotFit(Guest now) {
    return !guest.nights().containsAll(now.nights())
        || guest.gender() != now.gender()
        || !guest.party().equals(now.party());
  }
}
