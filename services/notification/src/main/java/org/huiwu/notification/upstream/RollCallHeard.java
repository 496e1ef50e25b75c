package org.huiwu.notification.upstream;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.huiwu.platform.messaging.Changeset.AggregateState;

/// That somebody has called the roll at a trip's vehicle. Whom they saw is not needed here.
///
/// @param root the change that it began
/// @param happenedAt local to the conference, by the clock of the phone
/// @param learntAt when the platform received it
public record RollCallHeard(
    UUID root, String id, String trip, LocalDateTime happenedAt, Instant learntAt) {
  static final String AGGREGATE = "transport-dispatch.roll-call";

  private record State(String trip, LocalDateTime happenedAt, Instant learntAt) {}

  static RollCallHeard of(UUID root, AggregateState news) {
    var state = news.state().as(State.class);
    return new RollCallHeard(root, news.id(), state.trip(), state.happenedAt(), state.learntAt());
  }
}
