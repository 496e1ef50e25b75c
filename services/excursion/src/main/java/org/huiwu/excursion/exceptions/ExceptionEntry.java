package org.huiwu.excursion.exceptions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Something that the excursion desk has to look at. It is never a refusal: what happened is
/// recorded, and the entry goes when its cause has gone.
///
/// @param kind which of the fields below are there depends on it
/// @param route the person's, or the bus's
/// @param bus the person's own bus (empty when none), or the bus that is too full
/// @param trip the bus that the roll-call was of
/// @param happenedAt when the roll-call was taken or the transfer decided, local to the conference
/// @param taken seats held on a bus that is too full
/// @param transfer the id of what a liaison decided and waits to be settled
/// @param toRoute where the transfer leads, empty for none
/// @param toBus the bus that the transfer names, empty for whichever has room
/// @param why why the transfer could not be applied at once
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
    @Nullable Integer taken,
    @Nullable String transfer,
    @Nullable String toRoute,
    @Nullable String toBus,
    @Nullable String why) {

  /// What is the matter.
  public enum Kind {
    /// A liaison moved somebody by a plan that has changed since, or that cannot be followed: it
    /// waits until a person applies or dismisses it.
    @JsonProperty("transfer-waiting")
    TRANSFER_WAITING,
    /// Attends and is on a route, but no bus takes them.
    @JsonProperty("unplaced")
    UNPLACED,
    /// Goes where somebody else goes, who is not known here.
    @JsonProperty("waiting-for-another")
    WAITING_FOR_ANOTHER,
    /// Is on a route that nobody has planned.
    @JsonProperty("route-unknown")
    ROUTE_UNKNOWN,
    /// A bus has more members than seats.
    @JsonProperty("overfull")
    OVERFULL,
    /// Seen aboard a bus that is not theirs, and not reported unexpected.
    @JsonProperty("seen-elsewhere")
    SEEN_ELSEWHERE,
    /// Seen aboard though withdrawn.
    @JsonProperty("seen-withdrawn")
    SEEN_WITHDRAWN,
    /// A roll-call names somebody whom nobody knows.
    @JsonProperty("person-unknown")
    PERSON_UNKNOWN,
    /// A roll-call of a trip that nobody knows; applied once it is known.
    @JsonProperty("trip-unknown")
    TRIP_UNKNOWN,
    /// A roll-call of an excursion trip that does not run any more, not applied.
    @JsonProperty("trip-cancelled")
    TRIP_CANCELLED
  }
}
