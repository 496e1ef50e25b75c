package org.huiwu.notification.standing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// When the escalation ladder begins for somebody who is told of a version now.
public interface LadderTimes {
  /// @param since now, in the conference's own time
  /// @param steps by manifest, when the first step is taken, on the platform's clock; a manifest
  ///   without a ladder is not in it
  record First(Instant since, Map<String, Instant> steps) {}

  /// @param due each manifest's deadline
  First first(UUID conference, Map<String, ManifestDeadlines.Due> due);
}
