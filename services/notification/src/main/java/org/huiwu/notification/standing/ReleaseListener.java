package org.huiwu.notification.standing;

import java.util.List;
import java.util.UUID;

/// Told, in the same transaction, of what recipients owed of manifests that they receive no more.
public interface ReleaseListener {

  /// What one recipient owed of one manifest.
  ///
  /// @param from the first version that was owed, `to` the last
  record Released(String contact, String manifest, long from, long to) {}

  /// @param released at least one
  void on(UUID conference, List<Released> released);
}
