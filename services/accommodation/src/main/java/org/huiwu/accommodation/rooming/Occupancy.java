package org.huiwu.accommodation.rooming;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.huiwu.accommodation.nights.Nights;
import org.jspecify.annotations.Nullable;

/// One hotel's rooms and who is in them, loaded for the nights that a change concerns. Not
/// thread-safe; lives as long as one decision.
public final class Occupancy {
  private final SortedMap<String, RoomUse> uses = new TreeMap<>(Room.BY_NUMBER);
  private final Map<String, String> roomOf = new HashMap<>();
  private final Map<String, Map<String, Guest>> parties = new HashMap<>();
  private final AlikeRooms alike = new AlikeRooms();

  public Occupancy(Collection<Room> rooms) {
    for (var room : rooms) {
      var use = new RoomUse(room);
      uses.put(room.number(), use);
      alike.changed(use);
    }
  }

  /// Ascending by number.
  Collection<RoomUse> uses() {
    return uses.values();
  }

  /// Of rooms that are alike for whoever has no party in them, the one with the lowest number: a
  /// large hotel has many rooms and few that differ.
  List<RoomUse> oneOfEach() {
    return alike.lowest();
  }

  Optional<RoomUse> find(@Nullable String room) {
    return room == null ? Optional.empty() : Optional.ofNullable(uses.get(room));
  }

  boolean fits(@Nullable String room, Guest guest) {
    return find(room).filter(u -> u.fits(List.of(guest))).isPresent();
  }

  /// Those of a party who have a room here, the first put first.
  List<Guest> party(String party) {
    return List.copyOf(parties.getOrDefault(party, Map.of()).values());
  }

  /// Null when the person has no room here.
  @Nullable String roomOf(String person) {
    return roomOf.get(person);
  }

  public void put(Guest guest, String room) {
    var use = find(room).orElseThrow(() -> new IllegalArgumentException("no room " + room));
    use.put(guest);
    alike.changed(use);
    roomOf.put(guest.person(), room);
    parties.computeIfAbsent(guest.party(), _ -> new LinkedHashMap<>()).put(guest.person(), guest);
  }

  void remove(String person) {
    find(roomOf.remove(person))
        .ifPresent(u -> {
          u.guests().stream()
              .filter(g -> g.person().equals(person))
              .forEach(g -> parties.getOrDefault(g.party(), new HashMap<>()).remove(person));
          u.remove(person);
          alike.changed(u);
        });
  }

  public void block(UUID hold, Nights nights, String room) {
    find(room)
        .ifPresent(u -> {
          u.block(hold, nights);
          alike.changed(u);
        });
  }

  void release(UUID hold) {
    uses.values().stream().filter(u -> u.release(hold)).forEach(alike::changed);
  }
}
