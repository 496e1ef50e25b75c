package org.huiwu.notification.escalation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.huiwu.notification.letter.Letters;
import org.jspecify.annotations.Nullable;

/// What one recipient owes, at the moment in which a step is due.
///
/// @param taken how many steps were taken
/// @param since in the conference's time, when the debt began or the last step was taken
/// @param due local to the conference; null: there is no deadline
record Debt(
    UUID conference,
    String contact,
    String manifest,
    long acknowledged,
    long told,
    int taken,
    Instant since,
    @Nullable LocalDateTime due) {

  Letters.Item item() {
    return new Letters.Item(manifest, acknowledged, told);
  }
}
