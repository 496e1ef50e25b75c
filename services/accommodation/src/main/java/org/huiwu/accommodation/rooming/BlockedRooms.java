package org.huiwu.accommodation.rooming;

import java.util.List;
import java.util.UUID;
import org.huiwu.accommodation.nights.Nights;

/// What a hold asks of a hotel and which rooms it has been given so far.
///
/// @param asked how many rooms; 0 when the hold is cancelled
/// @param nights none when the hold is cancelled
/// @param hotel the one asked for; the rooms given are in `givenIn`
/// @param given room numbers, fewer than asked when there were no more
public record BlockedRooms(
    UUID hold, String hotel, int asked, Nights nights, String givenIn, List<String> given) {

  public BlockedRooms {
    given = List.copyOf(given);
  }

  boolean movesHotel() {
    return !hotel.equals(givenIn);
  }

  BlockedRooms givenNow(List<String> rooms) {
    return new BlockedRooms(hold, hotel, asked, nights, hotel, rooms);
  }
}
