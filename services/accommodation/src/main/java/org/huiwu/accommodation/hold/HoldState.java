package org.huiwu.accommodation.hold;

import java.time.LocalDate;

/// `accommodation.hold` on the wire, as services/contracts describes it.
record HoldState(
    String organisation, String hotel, int rooms, LocalDate from, LocalDate to, boolean cancelled) {

  static HoldState of(Hold hold) {
    return new HoldState(
        hold.organisation(), hold.hotel(), hold.rooms(), hold.from(), hold.to(), hold.cancelled());
  }
}
