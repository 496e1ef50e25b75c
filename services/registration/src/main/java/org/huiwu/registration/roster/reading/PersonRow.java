package org.huiwu.registration.roster.reading;

import org.jspecify.annotations.Nullable;

/// A row in which every cell was read with certainty.
///
/// A cell left empty says nothing, in a family's row too: an empty leg is unknown (conference
/// `starts`, `ends`) and an empty route none. FORMAT.md lets only the timeline's `add-companion`
/// fall back to the host's; in the sample rosters a family's row is always filled in itself.
///
/// @param name without padding; `·` between the parts of a name, whichever dot was typed
/// @param rank 1 (ministerial) to 4 (other)
/// @param title empty if none is given
/// @param phone digits, international ones with `+`, an extension behind `-`; empty if none
/// @param arrival null if the row says nothing of it
/// @param departure null if the row says nothing of it; never before the arrival
/// @param route the route's code, empty for none
/// @param companion family of a delegate above it
public record PersonRow(
    RowOrigin origin,
    String name,
    Gender gender,
    int rank,
    String title,
    String phone,
    Diet diet,
    @Nullable Leg arrival,
    @Nullable Leg departure,
    String route,
    boolean companion)
    implements ReadRow {}
