package org.huiwu.accommodation.hold;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The holds of a conference.
public interface Holds {

  List<Hold> all(UUID conference);

  Optional<Hold> find(UUID conference, UUID id);

  /// The one hold of an organisation in a hotel that is not cancelled: its line in the hotel's
  /// manifest is `HOLD/<organisation>`.
  Optional<Hold> standing(UUID conference, String hotel, String organisation);

  /// The numbers of the rooms that a hold has been given so far.
  List<String> roomsOf(UUID conference, UUID id);

  void save(UUID conference, Hold hold);
}
