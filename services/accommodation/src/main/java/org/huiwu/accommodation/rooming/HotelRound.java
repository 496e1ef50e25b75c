package org.huiwu.accommodation.rooming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiwu.accommodation.nights.Nights;
import org.huiwu.accommodation.person.Gender;

/// What one change decides in one hotel, step by step in memory. Who is neither claiming, nor
/// waiting, nor of the family of such a guest keeps its room.
final class HotelRound {
  private static final Comparator<Claim> BY_ORDER =
      Comparator.comparingLong((Claim c) -> c.guest().order())
          .thenComparing(c -> c.guest().person());

  private final String hotel;
  private final HotelChange change;
  private final List<Claim> claims;
  private final Supplier<List<Guest>> waiting;
  private final List<BlockedRooms> wanting;
  private final Map<String, Stay> decided = new LinkedHashMap<>();
  private final List<BlockedRooms> given = new ArrayList<>();
  private boolean familyMoved;
  private boolean triedAgain;

  /// @param waiting those of the hotel who had no room before and may be given one now; asked only
  ///   when they are: they may be many
  /// @param wanting the holds with too few rooms, which the change does not concern
  HotelRound(
      String hotel, HotelChange change, Supplier<List<Guest>> waiting, List<BlockedRooms> wanting) {
    this.hotel = hotel;
    this.change = change;
    this.claims = change.claims().stream().sorted(BY_ORDER).toList();
    this.waiting = waiting;
    this.wanting = wanting;
  }

  boolean isNeeded() {
    return change.needsRooms()
        || (change.opensRooms() && (!wanting.isEmpty() || !waiting.get().isEmpty()));
  }

  /// The nights for which a room may be given to those who claim one, and to holds.
  Optional<Nights.Span> reach() {
    return Stream.concat(
            claims.stream().map(c -> c.guest().nights()),
            Stream.of(change.wanted(), wanting).flatMap(List::stream).map(BlockedRooms::nights))
        .map(Nights::reach)
        .reduce(Nights.Span::reaching);
  }

  /// The parties that companions among the claims belong to.
  Set<String> newFamilies() {
    return claims.stream()
        .map(Claim::guest)
        .filter(Guest::companion)
        .map(Guest::party)
        .collect(Collectors.toSet());
  }

  void run(Occupancy occupancy, RoomAllocation allocation) {
    change.leaving().forEach(s -> occupancy.remove(s.guest().person()));
    change.released().forEach(occupancy::release);
    var steps = new Steps(occupancy, allocation);
    steps.claim();
    change.wanted().forEach(steps::hold);
    if (change.opensRooms() || somebodyMoved()) {
      triedAgain = true;
      steps.tryAgain();
      wanting.forEach(steps::hold);
    }
  }

  private boolean somebodyMoved() {
    return claims.stream()
        .anyMatch(c -> {
          var room = Objects.requireNonNull(decided.get(c.guest().person())).room();
          return !Objects.equals(room, c.preferences().present());
        });
  }

  /// Whether a family left its room for another: whoever waits may want its beds.
  boolean familyMoved() {
    return familyMoved;
  }

  /// Whether those who wait were tried again.
  boolean triedAgain() {
    return triedAgain;
  }

  /// The stays to be stored.
  Collection<Stay> decided() {
    return decided.values();
  }

  List<BlockedRooms> given() {
    return given;
  }

  /// What decides whether any room fits somebody whose party has none here.
  private record Stranger(Gender gender, Nights nights) {}

  private final class Steps {
    private final Occupancy occupancy;
    private final RoomAllocation allocation;

    /// For whom there is no room until somebody leaves one: thousands may wait for few.
    private final Set<Stranger> inVain = new HashSet<>();

    Steps(Occupancy occupancy, RoomAllocation allocation) {
      this.occupancy = occupancy;
      this.allocation = allocation;
    }

    /// Those whose stay changed or begins: who can keeps its room, only then the others choose.
    void claim() {
      claims.forEach(c -> occupancy.remove(c.guest().person()));
      List<Claim> roomless = new ArrayList<>();
      for (var claim : claims) {
        var present = claim.preferences().present();
        if (present != null && occupancy.fits(present, claim.guest())) {
          settle(claim.guest(), present);
        } else {
          roomless.add(claim);
        }
      }
      for (var claim : roomless) {
        if (!choose(claim)) {
          decided.put(claim.guest().person(), new Stay(hotel, claim.guest(), null));
        }
      }
    }

    /// In the order of registration, those who have just found nothing, too; again as long as
    /// somebody finds a room, because a family that moves together leaves one.
    void tryAgain() {
      List<Claim> roomless =
          Stream.concat(claims.stream(), others())
              .filter(c -> occupancy.roomOf(c.guest().person()) == null)
              .sorted(BY_ORDER)
              .collect(Collectors.toCollection(ArrayList::new));
      var found = true;
      while (found) {
        found = roomless.removeIf(this::choose);
      }
    }

    private Stream<Claim> others() {
      var concerned = change.concerned();
      return waiting.get().stream().filter(g -> !concerned.contains(g.person())).map(Claim::fresh);
    }

    private boolean choose(Claim claim) {
      var guest = claim.guest();
      var stranger = new Stranger(guest.gender(), guest.nights());
      var alone = occupancy.party(guest.party()).isEmpty();
      if (alone && inVain.contains(stranger)) {
        return false;
      }
      var placed = place(claim);
      if (!placed && alone) {
        inVain.add(stranger);
      }
      return placed;
    }

    private boolean place(Claim claim) {
      return switch (allocation.place(occupancy, claim.guest(), claim.preferences())) {
        case Decision.Placed(var room) -> {
          settle(claim.guest(), room);
          yield true;
        }
        case Decision.Together(var room, var moved) -> {
          moved.forEach(g -> occupancy.remove(g.person()));
          familyMoved = true;
          inVain.clear();
          moved.forEach(g -> settle(g, room));
          settle(claim.guest(), room);
          yield true;
        }
        case Decision.Unplaced() -> false;
      };
    }

    private void settle(Guest guest, String room) {
      occupancy.put(guest, room);
      decided.put(guest.person(), new Stay(hotel, guest, room));
    }

    /// Of the rooms that a hold had those that are still right, and as many more as are asked for
    /// and empty.
    void hold(BlockedRooms wanted) {
      inVain.clear();
      occupancy.release(wanted.hold());
      List<String> rooms = new ArrayList<>();
      if (!wanted.movesHotel()) {
        wanted.given().stream()
            .filter(
                r -> occupancy.find(r).filter(u -> u.isEmptyDuring(wanted.nights())).isPresent())
            .limit(wanted.asked())
            .forEach(rooms::add);
      }
      rooms.forEach(r -> occupancy.block(wanted.hold(), wanted.nights(), r));
      var more = allocation.hold(occupancy, wanted.nights(), wanted.asked() - rooms.size());
      more.forEach(r -> occupancy.block(wanted.hold(), wanted.nights(), r));
      rooms.addAll(more);
      given.add(wanted.givenNow(rooms));
    }
  }
}
