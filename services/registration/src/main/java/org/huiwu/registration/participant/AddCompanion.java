package org.huiwu.registration.participant;

import org.huiwu.registration.itinerary.Leg;
import org.jspecify.annotations.Nullable;

/// Somebody who comes with a delegate. "Legs and route left out are the host's" (FORMAT.md, "The
/// timeline").
///
/// @param host the delegate's id
/// @param delegation null for the host's
/// @param arrival left out: the host's at this moment
/// @param departure left out: the host's at this moment
/// @param route null: wherever the host goes; empty: none
public record AddCompanion(
    String host,
    @Nullable String delegation,
    Particulars who,
    Diet diet,
    Leg arrival,
    Leg departure,
    @Nullable String route) {}
