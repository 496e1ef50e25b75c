package org.huiwu.notification.reminder;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A reminder that was ordered, with the words that the template had then.
///
/// @param minutesBefore the thing that it is about; 0 where it is about none
/// @param urgent also at night
public record Reminder(
    UUID id,
    UUID conference,
    ReminderTemplate template,
    Selection selection,
    int minutesBefore,
    boolean urgent,
    String orderedBy,
    Instant orderedAt,
    @Nullable Instant cancelledAt) {

  public ReminderKind kind() {
    return template.kind();
  }
}
