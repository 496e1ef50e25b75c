package org.huiwu.registration.roster.queue;

import java.time.Instant;
import java.util.UUID;
import org.huiwu.registration.roster.RosterIssue;
import org.jspecify.annotations.Nullable;

/// One thing that a clerk has to settle, or has settled.
///
/// @param queued its place in the queue of its conference
/// @param rowName of a row that waits: what stands in its cell for the name; null if it has none
/// @param given what the clerk said is meant
/// @param closed how it ended; null while it waits
public record QueueItem(
    UUID id,
    long queued,
    long version,
    State state,
    UUID roster,
    String file,
    String delegation,
    RosterIssue issue,
    @Nullable String rowName,
    @Nullable String given,
    @Nullable Closed closed) {

  public enum State {
    WAITING,
    SETTLED,
    DISMISSED,
    /// a newer file of the office says something else, or the same as the platform
    SUPERSEDED
  }

  /// @param reason what was given as the reason
  /// @param actor who closed it; null where the platform did
  public record Closed(
      @Nullable String reason, @Nullable String actor, @Nullable String role, Instant at) {}

  public boolean waits() {
    return state == State.WAITING;
  }
}
