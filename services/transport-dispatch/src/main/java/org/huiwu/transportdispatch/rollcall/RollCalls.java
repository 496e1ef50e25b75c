package org.huiwu.transportdispatch.rollcall;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.platform.web.problem.ProblemException.Missing;

/// The roll-calls, in the order in which they were taken in.
public interface RollCalls {

  /// Somebody whom a roll-call names and of whom registration has not told.
  record Stranger(UUID rollCall, String trip, String person) {}

  void add(UUID conference, RollCall rollCall);

  Optional<RollCall> find(UUID conference, String trip, UUID id);

  default RollCall get(UUID conference, String trip, UUID id) {
    return find(conference, trip, id)
        .orElseThrow(() -> new Missing("roll-call-unknown", id.toString(), trip));
  }

  List<RollCall> of(UUID conference, String trip);

  List<RollCall> implausible(UUID conference);

  /// Whoever becomes known later is a stranger no more.
  List<Stranger> strangers(UUID conference);
}
