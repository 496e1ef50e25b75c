package org.huiwu.accommodation.rooming;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huiwu.accommodation.nights.Nights;
import org.huiwu.accommodation.person.Gender;

/// One room, who sleeps in it and who holds it, which nights. Asked of every room for every guest:
/// plain loops.
final class RoomUse {
  private record Block(UUID hold, Nights nights) {}

  /// Somebody in a room, as a stranger sees it.
  record Sleeper(Gender gender, String delegation, Nights nights) {}

  /// Rooms of which this is equal are the same to whoever has no party in them, but for their
  /// numbers.
  record Likeness(Room.Kind kind, int capacity, List<Sleeper> sleepers, List<Nights> held) {}

  private final Room room;
  private final Room.Kind kind;
  private final List<Guest> guests = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();

  RoomUse(Room room) {
    this.room = room;
    this.kind = room.kind();
  }

  Room room() {
    return room;
  }

  Room.Kind kind() {
    return kind;
  }

  List<Guest> guests() {
    return guests;
  }

  Likeness likeness() {
    return new Likeness(
        kind,
        room.capacity(),
        guests.stream().map(g -> new Sleeper(g.gender(), g.delegation(), g.nights())).toList(),
        blocks.stream().map(Block::nights).toList());
  }

  boolean isEmptyDuring(Nights nights) {
    for (var guest : guests) {
      if (guest.nights().overlaps(nights)) {
        return false;
      }
    }
    return !isHeldDuring(nights);
  }

  private boolean isHeldDuring(Nights nights) {
    for (var block : blocks) {
      if (block.nights().overlaps(nights)) {
        return true;
      }
    }
    return false;
  }

  boolean isEmptyFor(List<Guest> group) {
    for (var guest : group) {
      if (!isEmptyDuring(guest.nights())) {
        return false;
      }
    }
    return true;
  }

  /// Beds on every night, nobody together with a stranger of the other gender, and not held.
  boolean fits(List<Guest> group) {
    for (var guest : group) {
      if (isHeldDuring(guest.nights()) || isIndecentFor(guest)) {
        return false;
      }
    }
    return guests.size() + group.size() <= room.capacity() || hasBeds(group);
  }

  private boolean isIndecentFor(Guest guest) {
    for (var other : guests) {
      if (other.gender() != guest.gender()
          && other.strangerTo(guest)
          && other.nights().overlaps(guest.nights())) {
        return true;
      }
    }
    return false;
  }

  /// The most are together on a night that is somebody's first: no other has to be counted.
  private boolean hasBeds(List<Guest> group) {
    List<Guest> all = new ArrayList<>(guests);
    all.addAll(group);
    for (var guest : all) {
      for (var span : guest.nights().spans()) {
        if (sleeping(group, span.from()) > 0 && sleeping(all, span.from()) > room.capacity()) {
          return false;
        }
      }
    }
    return true;
  }

  private static int sleeping(List<Guest> among, LocalDate night) {
    int count = 0;
    for (var guest : among) {
      if (guest.nights().contains(night)) {
        count++;
      }
    }
    return count;
  }

  void put(Guest guest) {
    guests.add(guest);
  }

  void remove(String person) {
    guests.removeIf(g -> g.person().equals(person));
  }

  void block(UUID hold, Nights nights) {
    blocks.add(new Block(hold, nights));
  }

  /// @return whether it was held
  boolean release(UUID hold) {
    return blocks.removeIf(b -> b.hold().equals(hold));
  }
}
