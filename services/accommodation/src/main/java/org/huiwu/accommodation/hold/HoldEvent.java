package org.huiwu.accommodation.hold;

/// What happens to a hold.
public sealed interface HoldEvent {
  /// The name on the wire.
  String name();

  Hold now();

  record RoomsHeld(Hold now) implements HoldEvent {
    @Override
    public String name() {
      return "rooms-held";
    }
  }

  record HoldChanged(Hold now) implements HoldEvent {
    @Override
    public String name() {
      return "hold-changed";
    }
  }

  record HoldCancelled(Hold now) implements HoldEvent {
    @Override
    public String name() {
      return "hold-cancelled";
    }
  }
}
