package org.huiwu.notification.conference;

import java.util.UUID;

/// Told, in the same transaction, that a rehearsal's clock was set.
public interface ClockListener {
  void on(UUID conference);
}
