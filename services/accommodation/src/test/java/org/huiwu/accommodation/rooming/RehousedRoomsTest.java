package org.huiwu.accommodation.rooming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.accommodation.person.Gender.F;
import static org.huiwu.accommodation.person.Gender.M;
import static org.huiwu.accommodation.rooming.RehearsedConference.FIRST;

import java.time.LocalDateTime;
import java.util.UUID;
import org.huiwu.accommodation.nights.Nights;
import org.huiwu.accommodation.rooming.BlockedRoomsInMemory.Hold;
import org.huiwu.accommodation.rooming.RehearsedConference.Line;
import org.junit.jupiter.api.Test;

/// Rooms when delegations are rehoused and when rooms are held.
class RehousedRoomsTest {
  private static final UUID HOLD = new UUID(0, 7);
  private static final Nights ALL = Nights.between(FIRST, FIRST.plusDays(4));

  private final RehearsedConference c =
      new RehearsedConference().lodged("GD", "A").lodged("SX", "A").lodged("TJ", "B");

  @Test
  void rehousing_keeps_the_room_until_its_date_and_finds_one_in_the_new_hotel() {
    c.rooms("A", twin("1")).rooms("B", twin("7"));
    c.say(c.delegate("a", "GD", M));
    c.rehouse("GD", "B", FIRST.plusDays(1));
    assertThat(c.manifest("A")).containsValue(line(0, 1, "1"));
    assertThat(c.manifest("B")).containsValue(line(1, 4, "7"));
  }

  @Test
  void who_comes_later_lodges_where_the_delegation_was_rehoused() {
    c.rooms("A", twin("1")).rooms("B", twin("7"));
    c.rehouse("GD", "B", FIRST.plusDays(1));
    c.say(c.delegate("a", "GD", M));
    assertThat(c.manifest("A")).containsValue(line(0, 1, "1"));
    assertThat(c.manifest("B")).containsValue(line(1, 4, "7"));
  }

  @Test
  void back_in_the_same_hotel_is_one_line_and_the_room_is_free_in_between() {
    c.rooms("A", new Room("1", "single", 1)).rooms("B", twin("7"));
    c.say(c.delegate("a", "GD", M));
    c.rehouse("GD", "B", FIRST.plusDays(1));
    c.rehouse("GD", "A", FIRST.plusDays(3));
    assertThat(c.manifest("A")).containsValue(line(0, 4, "1"));
    assertThat(c.manifest("B")).containsValue(line(1, 3, "7"));
    c.say(c.delegate("x", "SX", F).travelling(at(1, 9), at(3, 9)));
    assertThat(c.roomOf("x", "A")).isEqualTo("1");
  }

  @Test
  void lodging_not_known_yet_is_no_line_and_a_room_is_found_when_it_is_assigned() {
    c.rooms("A", twin("1"));
    c.say(c.delegate("a", "XJ", M));
    assertThat(c.manifest("A")).isEmpty();
    c.lodged("XJ", "A");
    assertThat(c.roomOf("a", "A")).isEqualTo("1");
  }

  @Test
  void a_cancelled_hotel_has_no_lines_and_the_new_one_has_them() {
    c.rooms("A", twin("1")).rooms("B", twin("7"));
    c.say(c.delegate("a", "GD", M));
    c.hold(new Hold(HOLD, "A", 1, ALL, false));
    c.cancelHotel("A");
    assertThat(c.manifest("A")).isEmpty();
    assertThat(c.givenTo(HOLD)).isEmpty();
    c.rehouse("GD", "B", FIRST);
    assertThat(c.roomOf("a", "B")).isEqualTo("7");
  }

  @Test
  void a_hold_takes_whole_empty_rooms_and_stands_when_there_are_too_few() {
    c.rooms("A", twin("1"), twin("2"), twin("3"));
    c.say(c.delegate("a", "GD", M));
    c.hold(new Hold(HOLD, "A", 3, ALL, false));
    assertThat(c.givenTo(HOLD)).containsExactly("2", "3");
    assertThat(c.roomOf("a", "A")).isEqualTo("1");
  }

  @Test
  void a_hold_that_is_short_takes_more_when_a_room_gets_free() {
    c.rooms("A", twin("1"), twin("2"));
    c.say(c.delegate("a", "GD", M));
    c.hold(new Hold(HOLD, "A", 2, ALL, false));
    c.say(c.get("a").attending(false));
    assertThat(c.givenTo(HOLD)).containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void the_unplaced_come_before_a_hold_that_is_short() {
    c.rooms("A", new Room("1", "single", 1));
    c.say(c.delegate("a", "GD", M));
    c.hold(new Hold(HOLD, "A", 1, ALL, false));
    c.say(c.delegate("b", "GD", M));
    c.say(c.get("a").attending(false));
    assertThat(c.roomOf("b", "A")).isEqualTo("1");
    assertThat(c.givenTo(HOLD)).isEmpty();
  }

  @Test
  void a_hold_keeps_its_rooms_when_it_grows_and_gives_up_only_what_it_must() {
    c.rooms("A", twin("1"), twin("2"), twin("3"), twin("4"));
    c.hold(new Hold(HOLD, "A", 2, nights(0, 2), false));
    c.say(c.delegate("a", "GD", M).travelling(at(2, 9), at(3, 9)));
    assertThat(c.roomOf("a", "A")).isEqualTo("1");
    c.hold(new Hold(HOLD, "A", 2, nights(0, 3), false));
    assertThat(c.givenTo(HOLD)).containsExactly("2", "3");
    c.hold(new Hold(HOLD, "A", 1, nights(0, 3), false));
    assertThat(c.givenTo(HOLD)).containsExactly("2");
  }

  @Test
  void a_hold_that_ends_gives_its_rooms_to_the_unplaced() {
    c.rooms("A", twin("1")).rooms("B", twin("7"));
    c.hold(new Hold(HOLD, "A", 1, ALL, false));
    c.say(c.delegate("a", "GD", M));
    assertThat(c.roomOf("a", "A")).isNull();
    c.hold(new Hold(HOLD, "B", 1, ALL, false));
    assertThat(c.roomOf("a", "A")).isEqualTo("1");
    assertThat(c.givenTo(HOLD)).containsExactly("7");
    c.hold(new Hold(HOLD, "B", 1, ALL, true));
    assertThat(c.givenTo(HOLD)).isEmpty();
  }

  private static Room twin(String number) {
    return new Room(number, "twin", 2);
  }

  private static Nights nights(int from, int to) {
    return Nights.between(FIRST.plusDays(from), FIRST.plusDays(to));
  }

  private static LocalDateTime at(int day, int hour) {
    return FIRST.plusDays(day).atTime(hour, 0);
  }

  private static Line line(int from, int to, String room) {
    return new Line(nights(from, to).reach(), "GD", room);
  }
}
