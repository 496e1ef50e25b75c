package org.huiwu.accommodation.rooming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.huiwu.accommodation.nights.Nights;

/// One room, who sleeps in it and who holds it, which nights.
final class RoomUse {
  private record Block(UUID hold, Nights nights) {}

  private final Room room;
  private final List<Guest> guests = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();

  RoomUse(Room room) {
    this.room = room;
  }

  Room room() {
    return room;
  }

  List<Guest> guests() {
    return guests;
  }

  List<Guest> guestsDuring(Nights nights) {
    return guests.stream().filter(g -> g.nights().overlaps(nights)).toList();
  }

  boolean isEmptyDuring(Nights nights) {
    return guests.stream().noneMatch(g -> g.nights().overlaps(nights))
        && blocks.stream().noneMatch(b -> b.nights().overlaps(nights));
  }

  boolean isEmptyFor(Collection<Guest> group) {
    return group.stream().allMatch(g -> isEmptyDuring(g.nights()));
  }

  /// Beds on every night, nobody together with a stranger of the other gender, and not held.
  boolean fits(Collection<Guest> group) {
    return group.stream()
            .allMatch(g ->
                blocks.stream().noneMatch(b -> b.nights().overlaps(g.nights()))
                    && guests.stream().noneMatch(o -> indecent(g, o)))
        && hasBeds(group);
  }

  private static boolean indecent(Guest a, Guest b) {
    return a.strangerTo(b) && a.gender() != b.gender() && a.nights().overlaps(b.nights());
  }

  /// The most are together on a night that is somebody's first: no other has to be counted.
  private boolean hasBeds(Collection<Guest> group) {
    if (guests.size() + group.size() <= room.capacity()) {
      return true;
    }
    List<Guest> all = Stream.concat(guests.stream(), group.stream()).toList();
    return all.stream()
        .flatMap(g -> g.nights().spans().stream().map(Nights.Span::from))
        .filter(night -> group.stream().anyMatch(g -> g.nights().contains(night)))
        .allMatch(night ->
            all.stream().filter(g -> g.nights().contains(night)).count() <= room.capacity());
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

  void release(UUID hold) {
    blocks.removeIf(b -> b.hold().equals(hold));
  }
}
