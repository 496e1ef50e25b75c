package org.huiwu.accommodation.rooming;

import java.util.List;
import org.huiwu.accommodation.nights.Nights;

/// Which room. Pure: looks at the rooms occupied by night and decides; whoever asks carries it out
/// and stores it.
///
/// Whatever an implementation prefers, no decision puts more people into a room than it has beds on
/// any night, strangers of different gender together, or anybody into a held room (FORMAT.md, The
/// rules behind the manifests). A decision moves nobody but the guest's own party.
public interface RoomAllocation {

  /// @param guest not in the hotel's rooms at the moment
  Decision place(Occupancy hotel, Guest guest, Preferences preferences);

  /// Rooms for a hold: empty on all of its nights.
  ///
  /// @return at most `rooms` numbers; fewer when there are no more
  List<String> hold(Occupancy hotel, Nights nights, int rooms);
}
