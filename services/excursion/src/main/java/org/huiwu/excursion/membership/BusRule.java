package org.huiwu.excursion.membership;

/// By which rule a bus of the route is found for somebody who has none yet (FORMAT.md, "The rules
/// behind the manifests").
public enum BusRule {
  /// A companion that goes with its host: the host's bus, while both are on one route.
  HOST,
  /// First known with this route: the bus that lists the delegation.
  DELEGATION,
  /// Came to the route by a switch, or lost a bus: the bus with the most free seats.
  MOST_FREE_SEATS
}
