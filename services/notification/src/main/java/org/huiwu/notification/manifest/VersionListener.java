package org.huiwu.notification.manifest;

import java.util.List;
import java.util.UUID;

/// Told of every version when it is cut, in the same transaction and under the conference's lock:
/// what it does becomes true together with the version, or not at all.
public interface VersionListener {
  /// @param root the change that has made them
  /// @param cuts at most one of each manifest, at least one in all
  void on(UUID conference, UUID root, List<Cut> cuts);
}
