package org.huiwu.excursion.transfer;

import java.time.Instant;
import java.util.UUID;
import org.huiwu.excursion.membership.Announcements;
import org.huiwu.excursion.membership.Boarding;
import org.huiwu.excursion.membership.Hindrance;
import org.huiwu.excursion.membership.Membership;
import org.huiwu.excursion.membership.MoveMember;
import org.huiwu.excursion.transfer.Transfer.Settlement;
import org.huiwu.excursion.transfer.Transfer.State;
import org.huiwu.excursion.transfer.TransferCommand.ApplyTransfer;
import org.huiwu.excursion.transfer.TransferCommand.AskTransfer;
import org.huiwu.excursion.transfer.TransferCommand.DismissTransfer;
import org.huiwu.excursion.transfer.TransferEvent.TransferApplied;
import org.huiwu.excursion.transfer.TransferEvent.TransferDismissed;
import org.huiwu.excursion.transfer.TransferEvent.TransferHeld;
import org.huiwu.excursion.transfer.TransferEvent.TransferMade;

/// Takes in what liaisons decided on the road, and has what could not be applied settled by a
/// person. Under the conference's lock.
public final class Transferring {

  /// What came of a settlement.
  public sealed interface Outcome {
    record Settled(Transfer transfer) implements Outcome {}

    /// Somebody else was first.
    record SettledBefore() implements Outcome {}

    /// It cannot be done now either; it waits on.
    record Hindered(Hindrance by) implements Outcome {}
  }

  private final Transfers transfers;
  private final Boarding boarding;

  public Transferring(Transfers transfers, Boarding boarding) {
    this.transfers = transfers;
    this.boarding = boarding;
  }

  /// @param asked how it would stand if nobody had looked at it yet
  public record Asked(UUID id, AskTransfer command, Instant learntAt, String by) {
    Transfer transfer() {
      var move = command.move();
      return new Transfer(
          id,
          move.person(),
          move.route(),
          move.bus(),
          command.base(),
          command.happenedAt(),
          learntAt,
          by,
          State.WAITING,
          null,
          null);
    }
  }

  /// Applied when the membership is still the one that the phone had, or already what it asks for;
  /// it waits otherwise. Never refused.
  public Transfer ask(
      UUID conference,
      Membership current,
      Asked asked,
      Announcements announcements,
      TransferAnnouncements told) {
    var event = decided(conference, current, asked, announcements);
    var transfer = asked.transfer().after(event);
    transfers.save(conference, transfer);
    told.announce(transfer, event);
    return transfer;
  }

  private TransferEvent decided(
      UUID conference, Membership current, Asked asked, Announcements announcements) {
    var move = asked.command().move();
    if (!move.isSo(current) && asked.command().base() != current.version()) {
      return new TransferHeld(asked.id(), Hindrance.STALE_BASE);
    }
    return switch (boarding.move(conference, current, move, announcements)) {
      case MoveMember.Decision.Decided _, MoveMember.Decision.Already _ ->
          new TransferMade(asked.id());
      case MoveMember.Decision.Hindered(var why) -> new TransferHeld(asked.id(), why);
    };
  }

  /// Does it after all, with the plan as it is now.
  public Outcome apply(
      UUID conference,
      Membership current,
      Transfer transfer,
      ApplyTransfer command,
      Settled by,
      Announcements announcements,
      TransferAnnouncements told) {
    if (!transfer.isWaiting()) {
      return new Outcome.SettledBefore();
    }
    return switch (boarding.move(conference, current, transfer.move(), announcements)) {
      case MoveMember.Decision.Decided _, MoveMember.Decision.Already _ ->
          settled(
              conference,
              transfer,
              new TransferApplied(transfer.id(), by.with(command.word())),
              told);
      case MoveMember.Decision.Hindered(var why) -> new Outcome.Hindered(why);
    };
  }

  public Outcome dismiss(
      UUID conference,
      Transfer transfer,
      DismissTransfer command,
      Settled by,
      TransferAnnouncements told) {
    return transfer.isWaiting()
        ? settled(
            conference,
            transfer,
            new TransferDismissed(transfer.id(), by.with(command.word())),
            told)
        : new Outcome.SettledBefore();
  }

  /// Who settles, and when (UTC).
  public record Settled(String by, Instant at) {
    Settlement with(String word) {
      return new Settlement(by, at, word);
    }
  }

  private Outcome settled(
      UUID conference, Transfer transfer, TransferEvent event, TransferAnnouncements told) {
    var next = transfer.after(event);
    transfers.save(conference, next);
    told.announce(next, event);
    return new Outcome.Settled(next);
  }
}
