package org.huiwu.notification.reminder;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A reminder and what has become of it.
///
/// @param occasionsLeft how many times it is still to be sent
/// @param people how many are in which state (of several sessions once for each): `waiting`, then
///   their letter's (`waiting`, `sent`, `delivered`, `failed`, `unknown`), or why they get none
///   (`opted-out`, `withdrawn`, `no-number` (nor e-mail address), `unchanged`, `over`, `cancelled`)
public record ReminderView(
    UUID id,
    String template,
    ReminderKind kind,
    Selection selection,
    int minutesBefore,
    boolean urgent,
    boolean confidential,
    String orderedBy,
    Instant orderedAt,
    @Nullable Instant cancelledAt,
    long occasionsLeft,
    Map<String, Long> people) {}
