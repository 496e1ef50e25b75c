package org.huiwu.transportdispatch.trip;

import java.util.Collection;
import java.util.UUID;

/// What a trip has to do with that others own.
public interface Surroundings {

  References references(UUID conference);

  /// Everybody, attending or not, who arrives at the pickup's place within its window, or whom
  /// excursion has on the bus.
  ///
  /// @return person ids
  Collection<String> people(UUID conference, String code, Run run);
}
