package org.huiwu.notification.escalation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huiwu.notification.standing.Standings;
import org.jspecify.annotations.Nullable;

/// A call that the duty room is to make, because a recipient has not acknowledged. Open until they
/// do.
///
/// @param contact code of whom to call; empty: nobody receives the manifest
/// @param leftOnRed the trips that have left although they had not acknowledged, separated by a
///   space; null: none has
/// @param due local to the conference
/// @param reminded how often the duty room was reminded of it
/// @param assignedTo account of who makes the call
public record CallTask(
    UUID id,
    String contact,
    String manifest,
    @Nullable String leftOnRed,
    @Nullable LocalDateTime due,
    Instant openedAt,
    int reminded,
    @Nullable String assignedTo,
    @Nullable Instant assignedAt,
    @Nullable Instant closedAt,
    @Nullable String closedBy,
    @Nullable String closedHow,
    List<Attempt> attempts) {

  /// @param by account
  public record Attempt(Instant at, String by, Outcome outcome, @Nullable String note) {}

  public enum Outcome {
    REACHED_ACKNOWLEDGED,
    NO_ANSWER,
    WRONG_NUMBER,
    PASSED_ON;

    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether somebody else may make the next attempt.
    boolean frees() {
      return this != REACHED_ACKNOWLEDGED;
    }
  }

  /// How pressing it is, the most pressing first.
  public enum Urgency {
    LEFT_ON_RED,
    OVERDUE,
    WITHIN_THE_HOUR,
    TODAY,
    LATER;

    private static final long HOURS_OF_TODAY = 12;

    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// The trips that have left although they had not acknowledged.
  List<String> buses() {
    return leftOnRed == null ? List.of() : List.of(leftOnRed.split(" "));
  }

  /// As it is answered to a command: answers are kept, and a note may speak of people.
  CallTask withoutNotes() {
    return new CallTask(
        id,
        contact,
        manifest,
        leftOnRed,
        due,
        openedAt,
        reminded,
        assignedTo,
        assignedAt,
        closedAt,
        closedBy,
        closedHow,
        attempts.stream().map(a -> new Attempt(a.at(), a.by(), a.outcome(), null)).toList());
  }

  Standings.Pair debt() {
    return new Standings.Pair(contact, manifest);
  }

  public boolean open() {
    return closedAt == null;
  }

  /// @param now local to the conference
  public Urgency urgency(LocalDateTime now) {
    if (leftOnRed != null) {
      return Urgency.LEFT_ON_RED;
    }
    if (due == null) {
      return Urgency.LATER;
    }
    if (due.isBefore(now)) {
      return Urgency.OVERDUE;
    }
    if (due.isBefore(now.plusHours(1))) {
      return Urgency.WITHIN_THE_HOUR;
    }
    return due.isBefore(now.plusHours(Urgency.HOURS_OF_TODAY)) ? Urgency.TODAY : Urgency.LATER;
  }
}
