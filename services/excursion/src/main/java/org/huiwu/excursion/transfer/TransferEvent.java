package org.huiwu.excursion.transfer;

import java.util.UUID;
import org.huiwu.excursion.membership.Hindrance;
import org.huiwu.excursion.transfer.Transfer.Settlement;

/// Everything that can happen to a transfer.
public sealed interface TransferEvent {
  UUID transfer();

  /// Nothing had changed, or the person was there already. What others see of it is the membership.
  record TransferMade(UUID transfer) implements TransferEvent {}

  /// Waits for somebody who settles it.
  record TransferHeld(UUID transfer, Hindrance why) implements TransferEvent {}

  /// Somebody had it done.
  record TransferApplied(UUID transfer, Settlement settlement) implements TransferEvent {}

  /// Somebody said that nothing comes of it.
  record TransferDismissed(UUID transfer, Settlement settlement) implements TransferEvent {}

  /// The event's name on the wire, e.g. `transfer-held` of `excursion.transfer-held.v1`.
  default String wireName() {
    return switch (this) {
      case TransferMade _ -> "transfer-made";
      case TransferHeld _ -> "transfer-held";
      case TransferApplied _ -> "transfer-applied";
      case TransferDismissed _ -> "transfer-dismissed";
    };
  }
}
