package org.huiwu.transportdispatch.exceptions;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that transport must look at. It holds nothing up; it is listed until it is no longer
/// so.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Irregularity.NoMatchingPickup.class, name = "no-matching-pickup"),
  @JsonSubTypes.Type(value = Irregularity.ArrivalUnknown.class, name = "arrival-unknown"),
  @JsonSubTypes.Type(value = Irregularity.OverSeats.class, name = "over-seats"),
  @JsonSubTypes.Type(value = Irregularity.RouteCancelled.class, name = "route-cancelled"),
  @JsonSubTypes.Type(
      value = Irregularity.ImplausibleRollCall.class,
      name = "implausible-roll-call"),
  @JsonSubTypes.Type(value = Irregularity.UnknownPerson.class, name = "unknown-person")
})
public sealed interface Irregularity {

  /// Somebody arrives at a place and a time for which there is no pickup.
  record NoMatchingPickup(
      String person,
      String delegation,
      String name,
      String place,
      LocalDateTime time,
      String number)
      implements Irregularity {}

  /// Somebody of whom it is not known when or where they arrive, and who does not come by own
  /// means.
  ///
  /// @param place empty when it is not known
  /// @param time null when it is not known
  record ArrivalUnknown(
      String person, String delegation, String name, String place, @Nullable LocalDateTime time)
      implements Irregularity {}

  /// A trip with more people on its list than its vehicle has seats.
  record OverSeats(String trip, String plate, int seats, long people) implements Irregularity {}

  /// A bus whose route there is no more.
  record RouteCancelled(String trip, String route) implements Irregularity {}

  /// A roll-call whose time cannot be right; it was kept and published.
  ///
  /// @param why `before-the-conference` or `in-the-future`
  record ImplausibleRollCall(
      String trip, UUID rollCall, LocalDateTime happenedAt, Instant learntAt, String why)
      implements Irregularity {}

  /// A roll-call names somebody of whom registration has not told.
  record UnknownPerson(String trip, UUID rollCall, String person) implements Irregularity {}
}
