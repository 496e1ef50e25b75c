package org.huiwu.catering.upstream;

import org.jspecify.annotations.Nullable;

/// What catering needs to know of a registered person.
///
/// @param rank 1 to 4, a lower number is higher in protocol
/// @param companionOf the host's id, null for a delegate
/// @param attending registered and not withdrawn
/// @param declaredDiet seeds the person's diet when first known; ignored afterwards
record Participant(
    String delegation,
    int rank,
    @Nullable String companionOf,
    boolean attending,
    String declaredDiet) {}
