package org.huiwu.accommodation.rooming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiwu.accommodation.nights.Nights;

/// The stays of one conference, in memory. Keeps strictly to what the port promises: an occupancy
/// holds nobody who is there on other nights only.
final class StaysInMemory implements Stays {
  private final BlockedRoomsInMemory ledger;
  private final Map<String, List<Room>> rooms = new TreeMap<>();
  private final Map<String, Map<String, Stay>> stays = new TreeMap<>();
  private final Set<String> mayHaveBeds = new TreeSet<>();
  private int loads;
  private int readsOfAllWhoWait;

  StaysInMemory(BlockedRoomsInMemory ledger) {
    this.ledger = ledger;
  }

  void contract(String hotel, List<Room> more) {
    rooms.computeIfAbsent(hotel, _ -> new ArrayList<>()).addAll(more);
  }

  Map<String, List<Room>> rooms() {
    return rooms;
  }

  Collection<Stay> in(String hotel) {
    return stays.getOrDefault(hotel, Map.of()).values();
  }

  int loads() {
    return loads;
  }

  int readsOfAllWhoWait() {
    return readsOfAllWhoWait;
  }

  @Override
  public List<Stay> of(UUID conference, Collection<String> persons) {
    return stays.values().stream()
        .flatMap(s -> s.values().stream())
        .filter(s -> persons.contains(s.guest().person()))
        .toList();
  }

  @Override
  public List<Stay> unplaced(UUID conference, String hotel) {
    readsOfAllWhoWait++;
    return roomless(hotel);
  }

  private List<Stay> roomless(String hotel) {
    return in(hotel).stream().filter(s -> s.room() == null).toList();
  }

  @Override
  public List<Stay> unplaced(UUID conference, String hotel, Collection<String> parties) {
    return roomless(hotel).stream().filter(s -> parties.contains(s.guest().party())).toList();
  }

  @Override
  public Optional<Nights.Span> reachOf(UUID conference, String hotel, Collection<String> parties) {
    return in(hotel).stream()
        .filter(s -> parties.contains(s.guest().party()))
        .map(s -> s.guest().nights().reach())
        .reduce(Nights.Span::reaching);
  }

  @Override
  public Optional<Nights.Span> reach(UUID conference, String hotel, Collection<String> parties) {
    var families =
        in(hotel).stream()
            .map(Stay::guest)
            .filter(Guest::companion)
            .map(Guest::party)
            .collect(Collectors.toSet());
    return in(hotel).stream()
        .filter(s ->
            s.room() == null
                || parties.contains(s.guest().party())
                || families.contains(s.guest().party()))
        .map(s -> s.guest().nights().reach())
        .reduce(Nights.Span::reaching);
  }

  @Override
  public Occupancy occupancy(UUID conference, String hotel, Nights.Span span) {
    loads++;
    var within = Nights.between(span.from(), span.to());
    var occupancy = new Occupancy(rooms.getOrDefault(hotel, List.of()));
    for (var stay : in(hotel)) {
      var room = stay.room();
      if (room != null && stay.guest().nights().overlaps(within)) {
        occupancy.put(stay.guest(), room);
      }
    }
    ledger.eachGiven(hotel, (hold, room) -> occupancy.block(hold.id(), hold.nights(), room));
    return occupancy;
  }

  @Override
  public boolean mayHaveBeds(UUID conference, String hotel) {
    return mayHaveBeds.contains(hotel);
  }

  @Override
  public void mayHaveBeds(UUID conference, String hotel, boolean may) {
    if (may) {
      mayHaveBeds.add(hotel);
    } else {
      mayHaveBeds.remove(hotel);
    }
  }

  @Override
  public void save(UUID conference, Collection<Stay> saved) {
    saved.forEach(
        s -> stays.computeIfAbsent(s.hotel(), _ -> new TreeMap<>()).put(s.guest().person(), s));
  }

  @Override
  public void remove(UUID conference, Collection<Stay> removed) {
    removed.forEach(s ->
        stays.computeIfPresent(
            s.hotel(),
            (_, in) -> {
              in.remove(s.guest().person());
              return in;
            }));
  }
}
