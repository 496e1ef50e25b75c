package org.huiwu.transportdispatch.manifest;

import java.time.LocalDateTime;
import org.huiwu.transportdispatch.trip.Run;
import org.huiwu.transportdispatch.trip.Trip;
import org.jspecify.annotations.Nullable;

/// A delegate or companion as transport sees them.
///
/// @param rank in protocol, 1 the highest
/// @param bus code of the excursion bus that excursion has them on, empty for none
/// @param absent called absent by a roll-call of that bus
public record Rider(
    String person,
    String delegation,
    String name,
    int rank,
    boolean attending,
    Arrival arrival,
    String bus,
    boolean absent) {

  /// @param time local to the conference, null when it is not known
  /// @param place empty when it is not known
  /// @param number of the flight or train, empty when it is not known
  public record Arrival(@Nullable LocalDateTime time, String place, String number) {
    public static final Arrival UNKNOWN = new Arrival(null, "", "");
  }

  /// Whether this person is a line of the trip's manifest (FORMAT.md, "The rules behind the
  /// manifests").
  public boolean isOn(Trip trip) {
    return attending
        && !trip.cancelled()
        && switch (trip.run()) {
          case Run.Pickup pickup -> pickup.fetches(arrival.place(), arrival.time());
          case Run.Excursion _ -> bus.equals(trip.code()) && !absent;
        };
  }
}
