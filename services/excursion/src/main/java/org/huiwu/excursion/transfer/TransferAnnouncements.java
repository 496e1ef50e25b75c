package org.huiwu.excursion.transfer;

/// Where it is told what came of a transfer, within the transaction that decides it.
public interface TransferAnnouncements {

  void announce(Transfer transfer, TransferEvent last);
}
