package org.huiwu.notification.standing;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// How one recipient stands with one manifest. Versions; 0 is none. An acknowledgement covers all
/// versions before it.
///
/// @param told the newest version that the recipient is owed
/// @param sent the newest that was sent to them
/// @param seen the newest that was opened by them
/// @param owedSince since when they are in debt; null while they are not
/// @param due the manifest's deadline, local to the conference
/// @param acknowledgedHow page, sms, call or desk
/// @param ladderStep how many steps of the escalation ladder were taken for the present debt
/// @param nextStepAt when the next one is taken, on the platform's clock; null: none is to come
/// @param active whether they receive the manifest (still)
public record Standing(
    String contact,
    String manifest,
    long told,
    long sent,
    long seen,
    long acknowledged,
    @Nullable Instant owedSince,
    @Nullable LocalDateTime due,
    @Nullable Instant acknowledgedAt,
    @Nullable String acknowledgedBy,
    @Nullable String acknowledgedHow,
    int ladderStep,
    @Nullable Instant nextStepAt,
    boolean active) {

  /// Whether there is a version that they were to be told of and have not acknowledged.
  public boolean inDebt() {
    return active && told > acknowledged;
  }
}
