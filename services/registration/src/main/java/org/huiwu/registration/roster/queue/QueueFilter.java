package org.huiwu.registration.roster.queue;

import java.util.UUID;
import org.huiwu.registration.roster.RosterIssue;
import org.jspecify.annotations.Nullable;

/// Which part of the queue is wanted; null is any.
///
/// @param after the place in the queue behind which to begin
public record QueueFilter(
    QueueItem.@Nullable State state,
    RosterIssue.@Nullable Kind kind,
    @Nullable String delegation,
    @Nullable UUID roster,
    @Nullable String file,
    @Nullable String field,
    long after,
    int limit) {}
