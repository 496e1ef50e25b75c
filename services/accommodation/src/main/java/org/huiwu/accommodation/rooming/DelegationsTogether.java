package org.huiwu.accommodation.rooming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huiwu.accommodation.nights.Nights;
import org.jspecify.annotations.Nullable;

/// The plain rule: companions with their host, delegations together, suites and singles for the
/// higher ranks, the lowest number of what is equal.
///
/// A guest goes, in this order: where it is; to the room of the person whose place it takes; to its
/// host (a host: to its companions); with them to an empty room, when theirs has no place; to the
/// best other room that fits.
public final class DelegationsTogether implements RoomAllocation {

  @Override
  public Decision place(Occupancy hotel, Guest guest, Preferences preferences) {
    var family = familyRoom(hotel, guest);
    for (var room : new String[] {preferences.present(), preferences.inherited(), family}) {
      if (room != null && hotel.fits(room, guest)) {
        return new Decision.Placed(room);
      }
    }
    if (family != null) {
      var moved =
          hotel.party(guest.party()).stream()
              .filter(g -> family.equals(hotel.roomOf(g.person())))
              .toList();
      List<Guest> group = new ArrayList<>(moved);
      group.add(guest);
      var empty = emptyRoom(hotel, group);
      if (empty.isPresent()) {
        return new Decision.Together(empty.get(), moved);
      }
    }
    return best(hotel, guest).<Decision>map(Decision.Placed::new).orElseGet(Decision.Unplaced::new);
  }

  /// A companion's: the host's room, failing that another companion's; a host's: its first
  /// companion's. Family that is there on other nights only does not count.
  private static @Nullable String familyRoom(Occupancy hotel, Guest guest) {
    return hotel.party(guest.party()).stream()
        .filter(g -> g.nights().overlaps(guest.nights()))
        .min(Comparator.comparing(Guest::companion).thenComparing(Guest::order))
        .map(g -> hotel.roomOf(g.person()))
        .orElse(null);
  }

  private static Optional<String> emptyRoom(Occupancy hotel, List<Guest> group) {
    var highest =
        group.stream().min(Comparator.comparing(Guest::companion).thenComparing(Guest::rank));
    return hotel.uses().stream()
        .filter(u -> u.isEmptyFor(group) && u.fits(group))
        .min(
            Comparator.comparingInt((RoomUse u) -> emptyTier(u.room(), highest.orElseThrow()))
                .thenComparingInt(u -> u.room().capacity()))
        .map(u -> u.room().number());
  }

  private static Optional<String> best(Occupancy hotel, Guest guest) {
    return hotel.uses().stream()
        .filter(u -> u.fits(List.of(guest)))
        .min(
            Comparator.comparingInt((RoomUse u) -> tier(u, guest))
                .thenComparingInt(u -> u.isEmptyDuring(guest.nights()) ? u.room().capacity() : 0))
        .map(u -> u.room().number());
  }

  private static int tier(RoomUse use, Guest guest) {
    var others = use.guestsDuring(guest.nights());
    if (others.isEmpty()) {
      return emptyTier(use.room(), guest);
    }
    if (others.stream().anyMatch(o -> !guest.strangerTo(o))) {
      return 0;
    }
    if (use.room().kind() != Room.Kind.SHARED) {
      return 9;
    }
    return others.stream().anyMatch(o -> o.delegation().equals(guest.delegation())) ? 4 : 6;
  }

  private static int emptyTier(Room room, Guest guest) {
    var wished = wishes(guest).indexOf(room.kind());
    if (wished >= 0) {
      return 1 + wished;
    }
    return switch (room.kind()) {
      case SHARED -> 5;
      case SINGLE -> 7;
      case SUITE -> 8;
    };
  }

  private static List<Room.Kind> wishes(Guest guest) {
    if (guest.companion()) {
      return List.of();
    }
    return switch (guest.rank()) {
      case 1 -> List.of(Room.Kind.SUITE, Room.Kind.SINGLE);
      case 2 -> List.of(Room.Kind.SINGLE);
      default -> List.of();
    };
  }

  /// Shared rooms first: suites and singles are the guests'.
  @Override
  public List<String> hold(Occupancy hotel, Nights nights, int rooms) {
    return hotel.uses().stream()
        .filter(u -> u.isEmptyDuring(nights))
        .sorted(Comparator.comparing((RoomUse u) -> u.room().kind()))
        .limit(Math.max(0, rooms))
        .map(u -> u.room().number())
        .toList();
  }
}
