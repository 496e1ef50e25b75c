package org.huiwu.registration.participant;

import org.huiwu.registration.itinerary.Leg;
import org.jspecify.annotations.Nullable;

/// Somebody new in a delegation.
///
/// @param route null or empty for none
public record RegisterParticipant(
    String delegation,
    Particulars who,
    Diet diet,
    Leg arrival,
    Leg departure,
    @Nullable String route) {}
