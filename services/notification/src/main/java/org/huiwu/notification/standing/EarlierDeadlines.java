package org.huiwu.notification.standing;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// Something that waits for a manifest to be read before the manifest's own deadline, as a bus does
/// at its gate.
public interface EarlierDeadlines {
  /// @return local times by manifest; those for which nothing waits are not in it
  Map<String, LocalDateTime> of(UUID conference, Collection<String> manifests);
}
