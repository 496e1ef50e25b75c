package org.huiwu.accommodation.rooming;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.accommodation.nights.Nights;

/// The decisions about rooms, stored.
public interface Stays {

  List<Stay> of(UUID conference, Collection<String> persons);

  /// Those without a room in the hotel.
  List<Stay> unplaced(UUID conference, String hotel);

  /// Those of these parties without a room in the hotel.
  List<Stay> unplaced(UUID conference, String hotel, Collection<String> parties);

  /// From the first night to the last of these parties in the hotel.
  Optional<Nights.Span> reachOf(UUID conference, String hotel, Collection<String> parties);

  /// From the first night to the last of all in the hotel who may be given a room or may move: who
  /// has none, families, and these parties, which are about to become families.
  Optional<Nights.Span> reach(UUID conference, String hotel, Collection<String> parties);

  /// All rooms of the hotel with everybody and every hold that is there within the span, each with
  /// all of its nights.
  Occupancy occupancy(UUID conference, String hotel, Nights.Span span);

  /// Whether a bed of the hotel may have got free without those who wait being tried again.
  boolean mayHaveBeds(UUID conference, String hotel);

  void mayHaveBeds(UUID conference, String hotel, boolean may);

  void save(UUID conference, Collection<Stay> stays);

  void remove(UUID conference, Collection<Stay> stays);
}
