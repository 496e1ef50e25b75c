package org.huiwu.excursion.programme;

import java.time.LocalDateTime;

/// An excursion route. Who is on it is away between `departs` (inclusive) and `returns`
/// (exclusive), both local to the conference.
///
/// @param cancelled for good: its members have left, its stops are cancelled
public record Route(
    String code,
    String name,
    LocalDateTime departs,
    LocalDateTime returns,
    boolean cancelled,
    long version) {

  /// What `excursion.route` says on the wire.
  public record State(
      String code, String name, LocalDateTime departs, LocalDateTime returns, boolean cancelled) {}

  public State state() {
    return new State(code, name, departs, returns, cancelled);
  }

  public boolean returnsAfterItDeparts() {
    return returns.isAfter(departs);
  }

  /// The next version, with these plans.
  public Route replanned(String newName, LocalDateTime newDeparts, LocalDateTime newReturns) {
    return new Route(code, newName, newDeparts, newReturns, cancelled, version + 1);
  }

  public Route cancel() {
    return new Route(code, name, departs, returns, true, version + 1);
  }
}
