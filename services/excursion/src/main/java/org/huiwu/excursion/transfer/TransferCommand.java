package org.huiwu.excursion.transfer;

import java.time.LocalDateTime;
import org.huiwu.excursion.membership.MoveMember;

/// Everything that can be asked of a transfer.
public sealed interface TransferCommand {

  /// A liaison's, from the step of a bus.
  ///
  /// @param base the version of the membership that the phone had
  /// @param happenedAt local to the conference
  record AskTransfer(MoveMember move, long base, LocalDateTime happenedAt)
      implements TransferCommand {}

  /// The desk's, that it be done after all.
  ///
  /// @param word may be empty
  record ApplyTransfer(String word) implements TransferCommand {}

  /// The desk's, that nothing comes of it.
  ///
  /// @param word why, for the liaison to read
  record DismissTransfer(String word) implements TransferCommand {}
}
