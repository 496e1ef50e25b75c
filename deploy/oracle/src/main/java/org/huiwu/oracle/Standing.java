package org.huiwu.oracle;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// A person as they stand after the last change: for those who invent the next one.
///
/// @param arrives the known arrival or the conference's start
/// @param departs the known departure or the conference's end
/// @param absent called absent by the bus that is theirs
/// @param seenBy the bus that saw them since they came onto it
public record Standing(
    String key,
    String delegation,
    int rank,
    @Nullable String companionOf,
    boolean attending,
    String diet,
    Leg arrival,
    Leg departure,
    LocalDateTime arrives,
    LocalDateTime departs,
    String route,
    @Nullable String bus,
    boolean absent,
    @Nullable String seenBy) {

  public boolean isOn(String trip) {
    return trip.equals(bus);
  }
}
