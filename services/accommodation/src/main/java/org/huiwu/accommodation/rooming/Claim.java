package org.huiwu.accommodation.rooming;

/// Somebody who needs a room, and which come before all others.
record Claim(Guest guest, Preferences preferences) {

  static Claim fresh(Guest guest) {
    return new Claim(guest, Preferences.NONE);
  }
}
