package org.huiwu.transportdispatch.rollcall;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/// A roll-call as the aggregate `transport-dispatch.roll-call` is on the wire (services/contracts).
public record RollCallState(
    String trip,
    LocalDateTime happenedAt,
    Instant learntAt,
    List<String> aboard,
    List<String> absent,
    List<String> unexpected) {
  public static final String AGGREGATE = "transport-dispatch.roll-call";
  public static final String TAKEN = "roll-call-taken";

  static RollCallState of(RollCall rollCall) {
    return new RollCallState(
        rollCall.trip(),
        rollCall.happenedAt(),
        rollCall.learntAt(),
        rollCall.aboard(),
        rollCall.absent(),
        rollCall.unexpected());
  }
}
