package org.huiwu.transportdispatch.rollcall;

import java.time.LocalDateTime;
import java.util.List;

/// The command to keep what was seen at a trip's vehicle.
///
/// @param happenedAt local to the conference
public record TakeRollCall(
    String trip,
    LocalDateTime happenedAt,
    List<String> aboard,
    List<String> absent,
    List<String> unexpected) {}
