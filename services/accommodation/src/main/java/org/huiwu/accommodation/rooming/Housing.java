package org.huiwu.accommodation.rooming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiwu.accommodation.nights.Nights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Compares what the facts ask for with the stays as decided before, and decides what is missing.
///
/// A room changes only for somebody whose stay changed, who had none, or who is of the family of
/// such a person. Those without a room are tried again only where the hotel's manifest changes in
/// any case or where rooms were added. Cost: a few statements for each hotel that is concerned,
/// whatever the number of people.
@Service
public class Housing {

  /// @param hotels where rooms were added
  public record Concerned(Set<String> persons, Set<UUID> holds, Set<String> hotels) {}

  private final Visitors visitors;
  private final Stays stays;
  private final BlockedRoomsLedger blocked;
  private final RoomAllocation allocation;

  Housing(Visitors visitors, Stays stays, BlockedRoomsLedger blocked, RoomAllocation allocation) {
    this.visitors = visitors;
    this.stays = stays;
    this.blocked = blocked;
    this.allocation = allocation;
  }

  /// Under the conference's lock.
  ///
  /// @return the people whose stays are others now
  public Set<String> settle(UUID conference, Concerned concerned) {
    Map<String, HotelChange> changes = new TreeMap<>();
    if (!concerned.persons().isEmpty()) {
      compare(conference, concerned.persons(), changes);
    }
    List<BlockedRooms> given = new ArrayList<>();
    if (!concerned.holds().isEmpty()) {
      compare(blocked.of(conference, concerned.holds()), changes, given);
    }
    concerned.hotels().forEach(h -> change(changes, h).hasMoreRooms());
    changes.values().removeIf(HotelChange::isNone);
    return changes.isEmpty() ? Set.of() : decide(conference, concerned, changes, given);
  }

  private void compare(
      UUID conference, Collection<String> persons, Map<String, HotelChange> changes) {
    var cancelled = visitors.cancelledHotels(conference);
    var now = visitors.of(conference, persons);
    Map<String, Map<String, Guest>> guests =
        now.stream().collect(Collectors.toMap(Visitor::person, v -> v.guests(cancelled)));
    Map<String, Set<String>> known = new HashMap<>();
    for (var stay : stays.of(conference, persons)) {
      var person = stay.guest().person();
      known.computeIfAbsent(person, _ -> new LinkedHashSet<>()).add(stay.hotel());
      var guest = guests.getOrDefault(person, Map.of()).get(stay.hotel());
      if (guest == null) {
        change(changes, stay.hotel()).leaves(stay);
      } else {
        change(changes, stay.hotel()).stays(stay, guest);
      }
    }
    for (var visitor : now) {
      Objects.requireNonNull(guests.get(visitor.person()))
          .forEach((hotel, guest) -> {
            if (!known.getOrDefault(visitor.person(), Set.of()).contains(hotel)) {
              change(changes, hotel).comes(guest, visitor.substituteFor());
            }
          });
    }
  }

  private static void compare(
      List<BlockedRooms> holds, Map<String, HotelChange> changes, List<BlockedRooms> given) {
    for (var hold : holds) {
      if (hold.movesHotel()) {
        change(changes, hold.givenIn()).releases(hold.hold());
      }
      if (hold.asked() > 0) {
        change(changes, hold.hotel()).wants(hold);
      } else {
        change(changes, hold.hotel()).releases(hold.hold());
        given.add(hold.givenNow(List.of()));
      }
    }
  }

  private static HotelChange change(Map<String, HotelChange> changes, String hotel) {
    return changes.computeIfAbsent(hotel, _ -> new HotelChange());
  }

  private Set<String> decide(
      UUID conference,
      Concerned concerned,
      Map<String, HotelChange> changes,
      List<BlockedRooms> given) {
    var wanting =
        blocked.shortIn(conference, changes.keySet()).stream()
            .filter(h -> !concerned.holds().contains(h.hold()))
            .collect(Collectors.groupingBy(BlockedRooms::hotel));
    List<Stay> gone = new ArrayList<>();
    List<Stay> decided = new ArrayList<>();
    changes.forEach((hotel, change) -> {
      gone.addAll(change.leaving());
      var round = round(conference, hotel, change, wanting.getOrDefault(hotel, List.of()));
      if (round.isPresent()) {
        decided.addAll(round.get().decided());
        given.addAll(round.get().given());
      } else {
        decided.addAll(change.unchecked());
      }
    });
    stays.remove(conference, gone);
    stays.save(conference, decided);
    blocked.save(conference, given);
    return Stream.concat(gone.stream(), decided.stream())
        .map(s -> s.guest().person())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Where people only come, nobody else is looked at but their own parties: tens of thousands may
  /// wait, and every part of a large roster would read them all.
  ///
  /// @return empty where no room has to be looked for or checked
  private Optional<HotelRound> round(
      UUID conference, String hotel, HotelChange change, List<BlockedRooms> wanting) {
    if (!change.mayFreeBeds() && !stays.mayHaveBeds(conference, hotel)) {
      var parties = change.parties();
      var few =
          new HotelRound(
              hotel, change, () -> guests(stays.unplaced(conference, hotel, parties)), List.of());
      var reach = stays.reachOf(conference, hotel, parties);
      few.run(occupancy(conference, hotel, few, reach), allocation);
      if (!few.familyMoved()) {
        return Optional.of(few);
      }
    }
    var round = new HotelRound(hotel, change, waitingIn(conference, hotel), wanting);
    var needed = round.isNeeded();
    if (needed) {
      var reach = stays.reach(conference, hotel, round.newFamilies());
      round.run(occupancy(conference, hotel, round, reach), allocation);
    }
    stays.mayHaveBeds(conference, hotel, !round.triedAgain());
    return needed ? Optional.of(round) : Optional.empty();
  }

  private Supplier<List<Guest>> waitingIn(UUID conference, String hotel) {
    return new Supplier<>() {
      private @Nullable List<Guest> guests;

      @Override
      public List<Guest> get() {
        if (guests == null) {
          guests = guests(stays.unplaced(conference, hotel));
        }
        return guests;
      }
    };
  }

  private static List<Guest> guests(List<Stay> stays) {
    return stays.stream().map(Stay::guest).toList();
  }

  /// Loaded for the nights of all who may be given a room and of their families, who may move
  /// along.
  private Occupancy occupancy(
      UUID conference, String hotel, HotelRound round, Optional<Nights.Span> others) {
    var span =
        Stream.concat(round.reach().stream(), others.stream())
            .reduce(Nights.Span::reaching)
            .orElseThrow();
    return stays.occupancy(conference, hotel, span);
  }
}
