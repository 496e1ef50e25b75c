package org.huiwu.notification.ripple;

import java.util.UUID;

/// Told that a change has settled, in the same transaction, once its versions are cut: also when it
/// has made none, and once more when nothing of it is parked any more.
public interface SettledListener {
  void on(UUID conference, UUID root);
}
