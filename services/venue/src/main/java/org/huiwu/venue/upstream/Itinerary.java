package org.huiwu.venue.upstream;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// When a person comes and goes, in the conference's local time.
record Itinerary(Leg arrival, Leg departure) {

  /// @param time null when it is not known
  record Leg(@Nullable LocalDateTime time) {}
}
