package org.huiwu.accommodation.rooming;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.huiwu.accommodation.nights.Nights;

/// The holds' rooms of one conference, in memory.
final class BlockedRoomsInMemory implements BlockedRoomsLedger {

  record Hold(UUID id, String hotel, int asked, Nights nights, boolean cancelled) {}

  private record Given(String hotel, List<String> rooms) {}

  private final Set<String> cancelledHotels;
  private final Map<UUID, Hold> holds = new LinkedHashMap<>();
  private final Map<UUID, Given> given = new HashMap<>();

  BlockedRoomsInMemory(Set<String> cancelledHotels) {
    this.cancelledHotels = cancelledHotels;
  }

  void put(Hold hold) {
    holds.put(hold.id(), hold);
  }

  Collection<Hold> all() {
    return holds.values();
  }

  List<String> roomsOf(UUID hold) {
    return givenTo(get(hold)).rooms();
  }

  void eachGiven(String hotel, BiConsumer<Hold, String> room) {
    given.forEach((id, rooms) -> {
      if (rooms.hotel().equals(hotel)) {
        rooms.rooms().forEach(r -> room.accept(get(id), r));
      }
    });
  }

  @Override
  public List<BlockedRooms> of(UUID conference, Collection<UUID> asked) {
    return holds.values().stream().filter(h -> asked.contains(h.id())).map(this::blocked).toList();
  }

  @Override
  public List<BlockedRooms> shortIn(UUID conference, Collection<String> hotels) {
    return holds.values().stream()
        .map(this::blocked)
        .filter(b -> hotels.contains(b.hotel()) && b.given().size() < b.asked())
        .toList();
  }

  @Override
  public void save(UUID conference, Collection<BlockedRooms> blocked) {
    blocked.forEach(b -> given.put(b.hold(), new Given(b.hotel(), b.given())));
  }

  private BlockedRooms blocked(Hold hold) {
    var none = hold.cancelled() || cancelledHotels.contains(hold.hotel());
    var rooms = givenTo(hold);
    return new BlockedRooms(
        hold.id(),
        hold.hotel(),
        none ? 0 : hold.asked(),
        none ? Nights.NONE : hold.nights(),
        rooms.rooms().isEmpty() ? hold.hotel() : rooms.hotel(),
        rooms.rooms());
  }

  private Given givenTo(Hold hold) {
    return given.getOrDefault(hold.id(), new Given(hold.hotel(), List.of()));
  }

  private Hold get(UUID id) {
    return Optional.ofNullable(holds.get(id)).orElseThrow();
  }
}
