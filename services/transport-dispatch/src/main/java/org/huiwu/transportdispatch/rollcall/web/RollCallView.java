package org.huiwu.transportdispatch.rollcall.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.huiwu.transportdispatch.rollcall.Implausibility;
import org.huiwu.transportdispatch.rollcall.RollCall;
import org.jspecify.annotations.Nullable;

/// @param implausible `before-the-conference`, `in-the-future` or null
record RollCallView(
    UUID id,
    String trip,
    LocalDateTime happenedAt,
    Instant learntAt,
    List<String> aboard,
    List<String> absent,
    List<String> unexpected,
    @Nullable String implausible) {

  static RollCallView of(RollCall rollCall) {
    return new RollCallView(
        rollCall.id(),
        rollCall.trip(),
        rollCall.happenedAt(),
        rollCall.learntAt(),
        rollCall.aboard(),
        rollCall.absent(),
        rollCall.unexpected(),
        rollCall.implausible().map(Implausibility::code).orElse(null));
  }
}
