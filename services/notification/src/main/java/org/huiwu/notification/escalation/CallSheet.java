package org.huiwu.notification.escalation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.escalation.CallTask.Attempt;
import org.huiwu.notification.escalation.CallTask.Urgency;
import org.jspecify.annotations.Nullable;

/// A call as the duty room makes it: whom, at which number, and what to read out. Personal data:
/// for the duty room only, never in a log or an event.
///
/// @param contact empty: nobody receives the manifest
/// @param number empty: none is known
/// @param leftOnRed the trips that have left on red, separated by a space
/// @param plate of their buses, separated by a space
/// @param fromVersion what the recipient has acknowledged, 0 for nothing
/// @param toVersion what is read out to them, and what they then acknowledge
/// @param readOut empty in a list, and of a call that is closed
/// @param due local to the conference
public record CallSheet(
    UUID id,
    boolean open,
    Urgency urgency,
    String contact,
    @Nullable String role,
    @Nullable String name,
    String number,
    String manifest,
    String title,
    @Nullable String leftOnRed,
    @Nullable String plate,
    long fromVersion,
    long toVersion,
    List<String> readOut,
    @Nullable LocalDateTime due,
    Instant openedAt,
    int reminded,
    @Nullable String assignedTo,
    @Nullable Instant assignedAt,
    @Nullable Instant closedAt,
    @Nullable String closedBy,
    @Nullable String closedHow,
    List<Attempt> attempts) {}
