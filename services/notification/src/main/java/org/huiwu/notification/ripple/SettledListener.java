package org.huiwu.notification.ripple;

import java.util.UUID;

/// Told that a change has settled, in the same transaction, once its versions are cut: also when it
/// has made none.
public interface SettledListener {
  void on(UUID conference, UUID root);
}
