package org.huiwu.notification.casefile;

import java.util.UUID;

/// Told, in the same transaction and under the conference's lock, that a named person has settled
/// what a recipient owes of a manifest.
public interface SettlementListener {
  /// @param version it and all before it are settled
  void on(UUID conference, String contact, String manifest, long version);
}
