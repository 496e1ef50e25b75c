package org.huiwu.oracle;

import org.jspecify.annotations.Nullable;

/// Everything that is known of one person at one moment of the timeline. Mutable on purpose: this
/// is the plain record of facts that `Oracle` writes and `Recompute` reads.
final class Attendee {

  final String delegation;
  final String name;
  final int rank;

  /// The key of the delegate whom this person accompanies.
  final @Nullable String companionOf;

  String diet;
  Leg arrival;
  Leg departure;

  /// A route's code, or empty for none.
  String route;

  /// The excursion bus, if any; it stays recorded while the person is called absent from it.
  @Nullable String bus;

  boolean withdrawn;

  /// The bus that has called this person absent while it was theirs.
  @Nullable String absentFrom;

  /// The bus that has seen this person since they came onto it.
  @Nullable String seenBy;

  Attendee(
      String delegation,
      String name,
      int rank,
      @Nullable String companionOf,
      String diet,
      Leg arrival,
      Leg departure,
      String route) {
    this.delegation = delegation;
    this.name = name;
    this.rank = rank;
    this.companionOf = companionOf;
    this.diet = diet;
    this.arrival = arrival;
    this.departure = departure;
    this.route = route;
  }

  String key() {
    return delegation + "/" + name;
  }

  boolean attending() {
    return !withdrawn;
  }

  boolean isDelegate() {
    return companionOf == null;
  }

  /// "Absence counts only while the person's bus is that trip."
  boolean absent() {
    return bus != null && bus.equals(absentFrom);
  }

  /// "On its route": attending, has a route, and was not called absent.
  boolean onRoute() {
    return attending() && !route.isEmpty() && !absent();
  }

  boolean isOn(String trip) {
    return trip.equals(bus);
  }
}
