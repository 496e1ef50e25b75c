package org.huiwu.notification.standing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// When the escalation ladder begins for somebody who is told of a version now.
public interface LadderTimes {
  /// @param kind of the manifest, what stands before its colon
  /// @param due the manifest's deadline; null: it has none
  /// @return on the platform's clock; null: there is no ladder
  @Nullable Instant firstStep(UUID conference, String kind, @Nullable Instant due);
}
