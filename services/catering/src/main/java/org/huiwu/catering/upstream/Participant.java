package org.huiwu.catering.upstream;

import org.jspecify.annotations.Nullable;

/// What catering needs to know of a registered person.
///
/// @param rank 1 to 4, a lower number is higher in protocol
/// @param companionOf the host's id, null for a delegate
/// @param attending registered and not withdrawn
/// @param declaredDiet seeds the person's diet when first known; ignored afterwards
/// @param requestedRoute seeds their route at excursion, "" = none
/// @param routeAsHost the host's route instead, whichever that is
/// @param substituteFor whose place they take, null for nobody's
record Participant(
    String delegation,
    int rank,
    @Nullable String companionOf,
    boolean attending,
    String declaredDiet,
    String requestedRoute,
    boolean routeAsHost,
    @Nullable String substituteFor) {

  /// The route on which they count until excursion has spoken: as a rule it places people where
  /// they asked to be. Empty where another person's place decides.
  String expectedRoute() {
    return routeAsHost || substituteFor != null ? "" : requestedRoute;
  }
}
