package org.huiwu.accommodation.rooming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiwu.accommodation.nights.Nights;
import org.jspecify.annotations.Nullable;

/// The plain rule: companions with their host, delegations together, suites and singles for the
/// higher ranks, the lowest number of what is equal.
///
/// A guest goes, in this order: where it is; to the room of the person whose place it takes; to its
/// host (a host: to its companions); with them to an empty room, when theirs has no place; to the
/// best other room that fits.
public final class DelegationsTogether implements RoomAllocation {
  private static final int TIER = 1000;

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
    return hotel.oneOfEach().stream()
        .filter(u -> u.isEmptyFor(group) && u.fits(group))
        .min(
            Comparator.comparingInt((RoomUse u) -> emptyTier(u, highest.orElseThrow()))
                .thenComparingInt(u -> u.room().capacity())
                .thenComparing(u -> u.room().number(), Room.BY_NUMBER))
        .map(u -> u.room().number());
  }

  /// Where its own party is the guest sees more than others do: those rooms are looked at one by
  /// one.
  private static Optional<String> best(Occupancy hotel, Guest guest) {
    var alone = List.of(guest);
    var withFamily =
        hotel.party(guest.party()).stream()
            .flatMap(g -> hotel.find(hotel.roomOf(g.person())).stream());
    return Stream.concat(withFamily, hotel.oneOfEach().stream())
        .filter(u -> u.fits(alone))
        .min(
            Comparator.comparingInt((RoomUse u) -> order(u, guest))
                .thenComparing(u -> u.room().number(), Room.BY_NUMBER))
        .map(u -> u.room().number());
  }

  /// The tier, and among empty rooms of one tier the smaller.
  private static int order(RoomUse use, Guest guest) {
    var alone = true;
    var delegation = false;
    for (var other : use.guests()) {
      if (other.nights().overlaps(guest.nights())) {
        if (!other.strangerTo(guest)) {
          return 0;
        }
        alone = false;
        delegation = delegation || other.delegation().equals(guest.delegation());
      }
    }
    if (alone) {
      return emptyTier(use, guest) * TIER + Math.min(use.room().capacity(), TIER - 1);
    }
    if (use.kind() != Room.Kind.SHARED) {
      return 9 * TIER;
    }
    return delegation ? 4 * TIER : 6 * TIER;
  }

  private static int emptyTier(RoomUse use, Guest guest) {
    var wished = wishes(guest).indexOf(use.kind());
    if (wished >= 0) {
      return 1 + wished;
    }
    return switch (use.kind()) {
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
        .sorted(Comparator.comparing(RoomUse::kind))
        .limit(Math.max(0, rooms))
        .map(u -> u.room().number())
        .toList();
  }
}
