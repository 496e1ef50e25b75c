package org.huiwu.accommodation.lodging;

/// What happens to a lodging.
public sealed interface LodgingEvent {
  /// The name on the wire.
  String name();

  Lodging now();

  /// The delegation has its first hotel.
  record LodgingAssigned(Lodging now) implements LodgingEvent {
    @Override
    public String name() {
      return "lodging-assigned";
    }
  }

  /// Its nights from a date on are in another hotel.
  record DelegationRehoused(Lodging now) implements LodgingEvent {
    @Override
    public String name() {
      return "delegation-rehoused";
    }
  }
}
