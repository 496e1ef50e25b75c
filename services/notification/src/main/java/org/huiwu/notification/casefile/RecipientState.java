package org.huiwu.notification.casefile;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.huiwu.notification.letter.Letter;

/// How one recipient stands with one version that they were to be told of: the furthest that is
/// known.
public enum RecipientState {
  /// No letter goes to them: they have the page, or are called.
  TOLD,
  WAITING,
  SENDING,
  SENT,
  DELIVERED,
  FAILED,
  /// Nobody knows what became of the letter.
  UNKNOWN,
  SEEN,
  /// Others have been called upon because they did not answer.
  ESCALATED,
  ACKNOWLEDGED,
  /// A named person has settled it.
  SETTLED,
  /// They do not receive the manifest any more, and never acknowledged this version.
  RELEASED;

  /// Of several letters the one that has come furthest counts: whoever has one of them is told.
  private static final List<Letter.State> FURTHEST =
      List.of(
          Letter.State.DELIVERED,
          Letter.State.SENT,
          Letter.State.SENDING,
          Letter.State.WAITING,
          Letter.State.UNKNOWN,
          Letter.State.FAILED);

  /// @param receives whether they (still) receive the manifest
  /// @param escalated whether a step of the ladder was taken for the debt
  /// @param letters of those that told of the version
  static RecipientState of(
      long version,
      long acknowledged,
      long settled,
      long seen,
      boolean receives,
      boolean escalated,
      Collection<Letter.State> letters) {
    if (acknowledged >= version) {
      return ACKNOWLEDGED;
    }
    if (settled >= version) {
      return SETTLED;
    }
    if (!receives) {
      return RELEASED;
    }
    if (escalated) {
      return ESCALATED;
    }
    if (seen >= version) {
      return SEEN;
    }
    return FURTHEST.stream()
        .filter(letters::contains)
        .findFirst()
        .map(RecipientState::of)
        .orElse(TOLD);
  }

  private static RecipientState of(Letter.State letter) {
    return switch (letter) {
      case WAITING -> WAITING;
      case SENDING -> SENDING;
      case SENT -> SENT;
      case DELIVERED -> DELIVERED;
      case FAILED -> FAILED;
      case UNKNOWN -> UNKNOWN;
      case WITHDRAWN -> TOLD;
    };
  }

  /// Whether somebody has yet to answer or to settle it.
  public boolean outstanding() {
    return switch (this) {
      case TOLD, WAITING, SENDING, SENT, DELIVERED, FAILED, UNKNOWN, SEEN, ESCALATED -> true;
      case ACKNOWLEDGED, SETTLED, RELEASED -> false;
    };
  }

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
