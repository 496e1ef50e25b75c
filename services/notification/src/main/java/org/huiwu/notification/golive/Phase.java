package org.huiwu.notification.golive;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Whether a conference is planned in bulk without telling anybody, or live.
///
/// @param liveAt null: in planning
/// @param rehearsal nothing reaches a real contact
/// @param localTime what time it is at the conference
public record Phase(
    boolean live,
    @Nullable Instant liveAt,
    @Nullable String liveBy,
    boolean rehearsal,
    LocalDateTime localTime) {}
