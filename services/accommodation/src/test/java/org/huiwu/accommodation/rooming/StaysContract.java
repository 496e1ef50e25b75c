package org.huiwu.accommodation.rooming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.accommodation.rooming.RehearsedConference.FIRST;

import java.util.List;
import java.util.UUID;
import org.huiwu.accommodation.nights.Nights;
import org.huiwu.accommodation.person.Gender;
import org.huiwu.accommodation.rooming.BlockedRoomsInMemory.Hold;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every store of stays and of held rooms does.
interface StaysContract {
  UUID HOLD = new UUID(0, 7);

  record Stores(UUID conference, Stays stays, BlockedRoomsLedger ledger) {}

  /// Of a new conference with the hotels A (rooms 1, 2 and 10) and B (room 1), all twins.
  Stores stores();

  void put(Stores stores, Hold hold);

  @Test
  default void what_is_saved_is_found_by_person() {
    var s = stores();
    var broken = nights(0, 1).and(nights(3, 4));
    var first = new Stay("A", guest("a", "a", broken), "1");
    var second = new Stay("B", guest("a", "a", nights(1, 3)), null);
    s.stays().save(s.conference(), List.of(first, second, stay("A", "b", nights(0, 1), "2")));
    assertThat(s.stays().of(s.conference(), List.of("a", "nobody")))
        .containsExactlyInAnyOrder(first, second);
  }

  @Test
  default void a_stay_saved_again_is_the_new_one() {
    var s = stores();
    s.stays().save(s.conference(), List.of(stay("A", "a", nights(0, 1), null)));
    var now = new Stay("A", new Guest("a", 9, "h", Gender.F, "SX", 1, nights(0, 4)), "10");
    s.stays().save(s.conference(), List.of(now));
    assertThat(s.stays().of(s.conference(), List.of("a"))).containsExactly(now);
  }

  @Test
  default void only_the_stays_named_are_removed() {
    var s = stores();
    var inA = stay("A", "a", nights(0, 1), "1");
    var inB = stay("B", "a", nights(1, 2), "1");
    s.stays().save(s.conference(), List.of(inA, inB));
    s.stays().remove(s.conference(), List.of(inA));
    s.stays().remove(s.conference(), List.of());
    assertThat(s.stays().of(s.conference(), List.of("a"))).containsExactly(inB);
  }

  @Test
  default void the_unplaced_of_the_hotels_are_found() {
    var s = stores();
    var waiting = stay("A", "a", nights(0, 1), null);
    s.stays()
        .save(
            s.conference(),
            List.of(
                waiting, stay("A", "b", nights(0, 1), "1"), stay("B", "c", nights(0, 1), null)));
    assertThat(s.stays().unplaced(s.conference(), "A")).containsExactly(waiting);
  }

  @Test
  default void the_unplaced_and_the_nights_of_some_parties_are_theirs_alone() {
    var s = stores();
    var waiting = new Stay("A", guest("c", "h", nights(0, 1)), null);
    s.stays()
        .save(
            s.conference(),
            List.of(
                waiting,
                new Stay("A", guest("h", "h", nights(2, 3)), "1"),
                new Stay("B", guest("h", "h", nights(3, 9)), null),
                stay("A", "x", nights(0, 9), null)));
    var parties = List.of("h", "nobody");
    assertThat(s.stays().unplaced(s.conference(), "A", parties)).containsExactly(waiting);
    assertThat(s.stays().reachOf(s.conference(), "A", parties)).contains(nights(0, 3).reach());
    assertThat(s.stays().reachOf(s.conference(), "A", List.of("nobody"))).isEmpty();
  }

  @Test
  default void a_hotel_that_may_have_beds_is_remembered_until_it_has_none() {
    var s = stores();
    assertThat(s.stays().mayHaveBeds(s.conference(), "A")).isFalse();
    s.stays().mayHaveBeds(s.conference(), "A", true);
    s.stays().mayHaveBeds(s.conference(), "A", true);
    assertThat(s.stays().mayHaveBeds(s.conference(), "A")).isTrue();
    assertThat(s.stays().mayHaveBeds(s.conference(), "B")).isFalse();
    s.stays().mayHaveBeds(s.conference(), "A", false);
    assertThat(s.stays().mayHaveBeds(s.conference(), "A")).isFalse();
  }

  @Test
  default void families_and_the_roomless_reach_from_their_first_night_to_their_last() {
    var s = stores();
    s.stays()
        .save(
            s.conference(),
            List.of(
                new Stay("A", guest("h", "h", nights(2, 3)), "1"),
                new Stay("A", guest("c", "h", nights(0, 1)), "1"),
                new Stay("A", guest("x", "x", nights(0, 9)), "2"),
                new Stay("B", guest("h", "h", nights(3, 9)), "1"),
                new Stay("C", guest("y", "y", nights(4, 5)), null)));
    var stays = s.stays();
    assertThat(stays.reach(s.conference(), "A", List.of())).contains(nights(0, 3).reach());
    assertThat(stays.reach(s.conference(), "C", List.of()))
        .as("without a room")
        .contains(nights(4, 5).reach());
    assertThat(stays.reach(s.conference(), "A", List.of("x")))
        .as("a companion of x is about to come")
        .contains(nights(0, 9).reach());
    assertThat(stays.reach(s.conference(), "B", List.of("nobody"))).isEmpty();
  }

  @Test
  default void an_occupancy_has_all_rooms_and_who_is_there_within_the_span() {
    var s = stores();
    s.stays()
        .save(
            s.conference(),
            List.of(
                stay("A", "before", nights(0, 1), "1"),
                stay("A", "within", nights(1, 4), "2"),
                stay("B", "elsewhere", nights(1, 4), "1")));
    var occupancy = s.stays().occupancy(s.conference(), "A", nights(1, 2).reach());
    assertThat(occupancy.uses().stream().map(u -> u.room().number()))
        .containsExactly("1", "2", "10");
    assertThat(occupancy.roomOf("within")).isEqualTo("2");
    assertThat(occupancy.party("within").getFirst().nights()).isEqualTo(nights(1, 4));
    assertThat(occupancy.roomOf("before")).isNull();
    assertThat(occupancy.roomOf("elsewhere")).isNull();
  }

  @Test
  default void a_hold_keeps_its_rooms_and_blocks_them() {
    var s = stores();
    put(s, new Hold(HOLD, "A", 3, nights(0, 2), false));
    var asked = s.ledger().of(s.conference(), List.of(HOLD));
    assertThat(asked).containsExactly(new BlockedRooms(HOLD, "A", 3, nights(0, 2), "A", List.of()));
    s.ledger().save(s.conference(), List.of(asked.getFirst().givenNow(List.of("2", "10"))));
    assertThat(s.ledger().of(s.conference(), List.of(HOLD)).getFirst().given())
        .containsExactly("2", "10");
    var occupancy = s.stays().occupancy(s.conference(), "A", nights(0, 9).reach());
    assertThat(occupancy.uses().stream().map(u -> u.isEmptyDuring(nights(1, 3))))
        .containsExactly(true, false, false);
  }

  @Test
  default void a_hold_is_short_until_it_has_what_it_asks_for() {
    var s = stores();
    put(s, new Hold(HOLD, "A", 1, nights(0, 2), false));
    var asked = s.ledger().shortIn(s.conference(), List.of("A", "B"));
    assertThat(asked).hasSize(1);
    assertThat(s.ledger().shortIn(s.conference(), List.of("B"))).isEmpty();
    s.ledger().save(s.conference(), List.of(asked.getFirst().givenNow(List.of("1"))));
    assertThat(s.ledger().shortIn(s.conference(), List.of("A"))).isEmpty();
  }

  @Test
  default void a_hold_that_moved_or_ended_still_says_what_it_was_given() {
    var s = stores();
    put(s, new Hold(HOLD, "A", 1, nights(0, 2), false));
    var asked = s.ledger().of(s.conference(), List.of(HOLD)).getFirst();
    s.ledger().save(s.conference(), List.of(asked.givenNow(List.of("1"))));
    put(s, new Hold(HOLD, "B", 1, nights(0, 2), false));
    assertThat(s.ledger().of(s.conference(), List.of(HOLD)))
        .containsExactly(new BlockedRooms(HOLD, "B", 1, nights(0, 2), "A", List.of("1")));
    put(s, new Hold(HOLD, "B", 1, nights(0, 2), true));
    assertThat(s.ledger().of(s.conference(), List.of(HOLD)))
        .containsExactly(new BlockedRooms(HOLD, "B", 0, Nights.NONE, "A", List.of("1")));
    assertThat(s.ledger().shortIn(s.conference(), List.of("B"))).isEmpty();
  }

  private static Stay stay(String hotel, String person, Nights nights, @Nullable String room) {
    return new Stay(hotel, guest(person, person, nights), room);
  }

  private static Guest guest(String person, String party, Nights nights) {
    return new Guest(person, 1, party, Gender.M, "GD", 3, nights);
  }

  private static Nights nights(int from, int to) {
    return Nights.between(FIRST.plusDays(from), FIRST.plusDays(to));
  }
}
