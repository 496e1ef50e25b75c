package org.huiwu.excursion.transfer;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.huiwu.excursion.membership.Hindrance;
import org.huiwu.excursion.membership.MoveMember;
import org.jspecify.annotations.Nullable;

/// What a liaison decided at the step of a bus: that somebody goes on another bus or route. It was
/// decided with the plan as the phone had it, perhaps hours ago and without a network, so it is
/// never refused for being late: it is applied while nothing has changed since, and waits for a
/// person to settle it when something has (ADR 0033).
///
/// Invariants: who waits has a hindrance; settled once, by name; its version is 1 as asked and 2 as
/// settled.
///
/// @param route empty for none
/// @param bus the trip's code; empty for the one with the most free seats
/// @param base the version of the person's membership that the phone had
/// @param happenedAt when it was decided, local to the conference, by the clock of the phone
/// @param learntAt when the platform received it (UTC)
/// @param by the liaison's account
/// @param hindrance why it was not applied at once; null when it was
/// @param settlement null unless somebody has settled it
public record Transfer(
    UUID id,
    String person,
    String route,
    String bus,
    long base,
    LocalDateTime happenedAt,
    Instant learntAt,
    String by,
    State state,
    @Nullable Hindrance hindrance,
    @Nullable Settlement settlement) {

  /// How it stands.
  public enum State {
    APPLIED,
    WAITING,
    DISMISSED
  }

  /// @param by the account that settled it
  /// @param at UTC
  /// @param word why; empty when it was applied without one
  public record Settlement(String by, Instant at, String word) {}

  /// Whether somebody has to look at it.
  public boolean isWaiting() {
    return state == State.WAITING;
  }

  /// Whether it ever waited: only then others are told.
  public boolean wasHeld() {
    return hindrance != null;
  }

  public long version() {
    return settlement == null ? 1 : 2;
  }

  public MoveMember move() {
    return new MoveMember(person, route, bus);
  }

  Transfer after(TransferEvent event) {
    return switch (event) {
      case TransferEvent.TransferMade _ -> with(State.APPLIED, null, null);
      case TransferEvent.TransferHeld(_, var why) -> with(State.WAITING, why, null);
      case TransferEvent.TransferApplied(_, var settled) -> with(State.APPLIED, hindrance, settled);
      case TransferEvent.TransferDismissed(_, var settled) ->
          with(State.DISMISSED, hindrance, settled);
    };
  }

  private Transfer with(State next, @Nullable Hindrance why, @Nullable Settlement settled) {
    return new Transfer(id, person, route, bus, base, happenedAt, learntAt, by, next, why, settled);
  }
}
