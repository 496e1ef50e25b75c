package org.huiwu.notification.upstream;

import java.util.UUID;

/// Told, inside the ledger's transaction, of every roll-call that transport tells of, also of one
/// that it tells of anew.
public interface RollCallListener {
  void on(UUID conference, RollCallHeard rollCall);
}
