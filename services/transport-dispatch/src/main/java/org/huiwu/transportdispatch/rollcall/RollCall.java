package org.huiwu.transportdispatch.rollcall;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What somebody saw at a trip's vehicle: a fact, taken once, never changed. Persons are kept as
/// they were reported, whether they are known or not.
///
/// @param happenedAt local to the conference, by the clock of the phone
/// @param learntAt when the platform received it (UTC)
/// @param aboard person ids, those of `unexpected` among them
/// @param absent person ids
/// @param unexpected person ids of those who belong to another bus or to none
/// @param implausible why `happenedAt` cannot be right, if so
public record RollCall(
    UUID id,
    String trip,
    LocalDateTime happenedAt,
    Instant learntAt,
    List<String> aboard,
    List<String> absent,
    List<String> unexpected,
    Optional<Implausibility> implausible) {}
