package org.huiwu.accommodation.rooming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.accommodation.rooming.RehearsedConference.FIRST;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huiwu.accommodation.nights.Nights;
import org.huiwu.accommodation.person.Gender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Only one of rooms that are alike is looked at: it has to be the right one.
class AlikeRoomsTest {
  private static final List<String> TYPES = List.of("twin", "single", "suite");

  private static Guest guest(int n, Random dice) {
    var from = FIRST.plusDays(dice.nextInt(2));
    return new Guest(
        "p" + n,
        n,
        "p" + n,
        dice.nextBoolean() ? Gender.F : Gender.M,
        dice.nextBoolean() ? "GD" : "SX",
        3,
        Nights.between(from, from.plusDays(1 + dice.nextInt(2))));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void of_rooms_that_are_alike_the_lowest_number_is_looked_at_whatever_has_happened(long seed) {
    var dice = new Random(seed);
    var hotel =
        new Occupancy(
            IntStream.rangeClosed(1, 60)
                .mapToObj(n -> new Room("" + n, TYPES.get(n % 3), 1 + n % 3 % 2))
                .toList());
    List<UUID> holds = new ArrayList<>();
    for (int n = 0; n < 400; n++) {
      var room = "" + (1 + dice.nextInt(60));
      switch (dice.nextInt(5)) {
        case 0 -> {
          holds.add(UUID.randomUUID());
          hotel.block(
              holds.getLast(), Nights.between(FIRST, FIRST.plusDays(1 + dice.nextInt(2))), room);
        }
        case 1 -> hotel.remove("p" + dice.nextInt(n + 1));
        case 2 -> {
          if (!holds.isEmpty()) {
            hotel.release(holds.remove(dice.nextInt(holds.size())));
          }
        }
        default -> hotel.put(guest(n, dice), room);
      }
      assertThat(hotel.oneOfEach().stream().map(u -> u.room().number()))
          .containsExactlyInAnyOrderElementsOf(lowestOfEach(hotel));
    }
  }

  private static List<String> lowestOfEach(Occupancy hotel) {
    Map<RoomUse.Likeness, String> lowest = new HashMap<>();
    hotel.uses().forEach(u -> lowest.putIfAbsent(u.likeness(), u.room().number()));
    return List.copyOf(lowest.values());
  }

  @Test
  void a_large_empty_hotel_is_a_few_rooms_to_look_at() {
    var hotel =
        new Occupancy(
            IntStream.range(0, 20_000)
                .mapToObj(n -> new Room("" + n, TYPES.get(n % 3), 2))
                .toList());
    assertThat(hotel.oneOfEach().stream().map(u -> u.room().number()))
        .containsExactlyInAnyOrder("0", "1", "2");
  }
}
