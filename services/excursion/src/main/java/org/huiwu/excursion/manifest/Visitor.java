package org.huiwu.excursion.manifest;

/// What a site's list says of a person, and what decides whether they are on it.
///
/// @param route empty when on none, or not placed yet
/// @param diet as declared while catering has not spoken
public record Visitor(
    String person,
    String name,
    String delegation,
    int rank,
    boolean attending,
    String route,
    String bus,
    boolean absent,
    String diet) {

  /// FORMAT.md: "On its route": attending, has a route, and was not called absent.
  boolean isOnRoute() {
    return attending && !route.isEmpty() && !absent;
  }
}
