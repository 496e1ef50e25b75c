package org.huiwu.excursion.transfer.messaging;

import java.util.Locale;
import org.huiwu.excursion.transfer.Transfer;
import org.huiwu.excursion.transfer.TransferAnnouncements;
import org.huiwu.excursion.transfer.TransferEvent;
import org.huiwu.platform.messaging.ChangeScope;
import org.jspecify.annotations.Nullable;

/// Tells of transfers that wait, or waited, in the changeset of the open transaction: no service
/// needs them, the desks' pages hear of them.
///
/// @param scope the changeset being written
public record TransfersPublished(ChangeScope scope) implements TransferAnnouncements {
  public static final String AGGREGATE = "excursion.transfer";

  /// What `excursion.transfer` says on the wire.
  ///
  /// @param route empty for none
  /// @param bus empty for whichever has room
  /// @param state `waiting`, `applied` or `dismissed`
  /// @param hindrance why it had to wait
  public record TransferState(
      String person, String route, String bus, String state, @Nullable String hindrance) {}

  @Override
  public void announce(Transfer transfer, TransferEvent last) {
    if (transfer.wasHeld()) {
      scope.changed(
          AGGREGATE,
          transfer.id().toString(),
          transfer.version(),
          last.wireName(),
          state(transfer));
    }
  }

  static TransferState state(Transfer transfer) {
    var hindrance = transfer.hindrance();
    return new TransferState(
        transfer.person(),
        transfer.route(),
        transfer.bus(),
        transfer.state().name().toLowerCase(Locale.ROOT),
        hindrance == null ? null : hindrance.code());
  }
}
