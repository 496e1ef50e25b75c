package org.huiwu.excursion.exceptions;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Something that the excursion desk has to look at. It is never a refusal: what happened is
/// recorded, and the entry goes when its cause has gone.
///
/// @param kind which of the fields below are there depends on it
/// @param route the person's, or the bus's
/// @param bus the person's own bus (empty when none), or the bus that is too full
/// @param trip the bus that the roll-call was of
/// @param happenedAt when the roll-call was taken, local to the conference
/// @param taken seats held on a bus that is too full
public record ExceptionEntry(
    Kind kind,
    @Nullable String person,
    @Nullable String name,
    @Nullable String delegation,
    @Nullable String route,
    @Nullable String bus,
    @Nullable String trip,
    @Nullable String rollCall,
    @Nullable LocalDateTime happenedAt,
    @Nullable Integer seats,
    @Nullable Integer taken) {

  /// What is the matter.
  public enum Kind {
    /// Attends and is on a route, but no bus takes them.
    UNPLACED,
    /// Goes where somebody else goes, who is not known here.
    WAITING_FOR_ANOTHER,
    /// Is on a route that nobody has planned.
    ROUTE_UNKNOWN,
    /// A bus has more members than seats.
    OVERFULL,
    /// Seen aboard a bus that is not theirs, and not reported unexpected.
    SEEN_ELSEWHERE,
    /// Seen aboard though withdrawn.
    SEEN_WITHDRAWN,
    /// A roll-call names somebody whom nobody knows.
    PERSON_UNKNOWN,
    /// A roll-call of a trip that nobody knows; applied once it is known.
    TRIP_UNKNOWN,
    /// A roll-call of an excursion trip that does not run any more, not applied.
    TRIP_CANCELLED
  }
}
