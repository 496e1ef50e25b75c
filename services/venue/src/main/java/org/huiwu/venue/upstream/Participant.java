package org.huiwu.venue.upstream;

import org.jspecify.annotations.Nullable;

/// What venue needs to know of a registered person.
///
/// @param companionOf the host's id, null for a delegate
/// @param attending registered and not withdrawn
record Participant(String delegation, @Nullable String companionOf, boolean attending) {}
