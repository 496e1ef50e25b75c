package org.huiwu.registration.participant;

import org.huiwu.registration.itinerary.Leg;
import org.jspecify.annotations.Nullable;

/// Somebody else comes in a person's place.
///
/// @param arrival left out: the replaced person's
/// @param departure left out: the replaced person's
/// @param route null: the replaced person's
public record SubstituteParticipant(
    Particulars who, Diet diet, Leg arrival, Leg departure, @Nullable String route) {}
