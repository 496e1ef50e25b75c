package org.huiwu.excursion.membership;

import org.jspecify.annotations.Nullable;

/// What registration says of a person, as far as it decides on route and bus.
///
/// @param order in which people became known: the order of registration
/// @param attending registered and not withdrawn
/// @param companionOf the host's id
/// @param requestedRoute the wish that seeds the membership once; empty for none
/// @param routeAsHost goes wherever the host goes when first known
/// @param substituteFor the id of the person whose place this one takes
public record Passenger(
    String person,
    long order,
    String delegation,
    boolean attending,
    @Nullable String companionOf,
    String requestedRoute,
    boolean routeAsHost,
    @Nullable String substituteFor) {

  boolean isCompanion() {
    return companionOf != null;
  }
}
