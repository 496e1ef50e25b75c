package org.huiwu.notification.standing;

import java.util.UUID;

/// Told of every acknowledgement that says something new, in the same transaction and under the
/// conference's lock.
public interface AcknowledgementListener {
  void on(UUID conference, Standing standing);
}
