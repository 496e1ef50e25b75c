package org.huiwu.accommodation.rooming;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.accommodation.nights.Nights;

/// The decisions about rooms, stored.
public interface Stays {

  List<Stay> of(UUID conference, Collection<String> persons);

  /// Those without a room in any of the hotels.
  List<Stay> unplaced(UUID conference, Collection<String> hotels);

  /// From the first night to the last that any family has in the hotel, or any of these parties,
  /// which are about to become families.
  Optional<Nights.Span> reachOfFamilies(UUID conference, String hotel, Collection<String> parties);

  /// All rooms of the hotel with everybody and every hold that is there within the span, each with
  /// all of its nights.
  Occupancy occupancy(UUID conference, String hotel, Nights.Span span);

  void save(UUID conference, Collection<Stay> stays);

  void remove(UUID conference, Collection<Stay> stays);
}
