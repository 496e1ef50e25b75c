package org.huiwu.excursion.programme;

import java.time.LocalDateTime;

/// A site that a route visits; its reception receives the manifest `site:<code>`.
///
/// @param seq the order of the route's stops; of two with one number the earlier arrival is first,
///   so that a stop can be put in between without renumbering
/// @param arrives local to the conference; a retimed arrival may pass `leaves`, which nobody has
///   said anew yet
/// @param contact code of whoever receives its manifest
public record Stop(
    String code,
    String route,
    int seq,
    String name,
    LocalDateTime arrives,
    LocalDateTime leaves,
    String contact,
    boolean cancelled,
    long version) {

  /// What `excursion.stop` says on the wire.
  public record State(
      String code,
      String route,
      int seq,
      String name,
      LocalDateTime arrives,
      LocalDateTime leaves,
      String contact,
      boolean cancelled) {}

  public State state() {
    return new State(code, route, seq, name, arrives, leaves, contact, cancelled);
  }

  public Stop arriving(LocalDateTime at) {
    return new Stop(code, route, seq, name, at, leaves, contact, cancelled, version + 1);
  }

  /// The next version, with these plans.
  public Stop replanned(
      int newSeq,
      String newName,
      LocalDateTime newArrives,
      LocalDateTime newLeaves,
      String newContact) {
    return new Stop(
        code, route, newSeq, newName, newArrives, newLeaves, newContact, cancelled, version + 1);
  }

  public Stop cancel() {
    return new Stop(code, route, seq, name, arrives, leaves, contact, true, version + 1);
  }
}
