package org.huiwu.excursion.groups;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bus-load: an excursion bus with the people who belong to it.
///
/// @param bus the trip's code
/// @param departs local to the conference, null while nobody has said
/// @param taken seats held: attending members who were not called absent
/// @param members all who attend, the absent too, by rank, delegation and name
public record Group(
    String bus,
    String route,
    String plate,
    @Nullable LocalDateTime departs,
    int seats,
    int taken,
    List<Member> members) {

  /// @param companionOf the host's id
  public record Member(
      String person,
      String name,
      String delegation,
      int rank,
      @Nullable String companionOf,
      boolean absent) {}
}
