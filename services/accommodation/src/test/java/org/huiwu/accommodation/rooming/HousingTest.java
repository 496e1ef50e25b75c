package org.huiwu.accommodation.rooming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.accommodation.person.Gender.F;
import static org.huiwu.accommodation.person.Gender.M;
import static org.huiwu.accommodation.rooming.RehearsedConference.FIRST;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huiwu.accommodation.nights.Nights;
import org.huiwu.accommodation.rooming.BlockedRoomsInMemory.Hold;
import org.huiwu.accommodation.rooming.RehearsedConference.Line;
import org.huiwu.accommodation.rooming.RehearsedConference.Person;
import org.junit.jupiter.api.Test;

class HousingTest {
  private static final UUID HOLD = new UUID(0, 7);

  private final RehearsedConference c =
      new RehearsedConference().lodged("GD", "A").lodged("SX", "A").lodged("TJ", "B");

  @Test
  void unknown_times_are_the_conferences_own() {
    c.rooms("A", twin("1"));
    c.say(c.delegate("a", "GD", M));
    assertThat(c.manifest("A")).containsOnlyKeys("a").containsValue(line(0, 4, "1"));
  }

  @Test
  void who_has_no_night_has_no_line() {
    c.rooms("A", twin("1"));
    c.say(c.delegate("a", "GD", M).travelling(at(1, 9), at(1, 20)));
    assertThat(c.manifest("A")).isEmpty();
  }

  @Test
  void who_withdraws_leaves_and_nobody_else_moves() {
    c.rooms("A", twin("1"), twin("2"));
    c.say(c.delegate("a", "GD", M));
    c.say(c.delegate("b", "GD", F));
    var before = c.manifest("A").get("b");
    c.say(c.get("a").attending(false));
    assertThat(c.manifest("A")).containsOnlyKeys("b").containsValue(before);
  }

  @Test
  void the_unplaced_are_tried_again_in_the_order_of_registration_when_a_room_gets_free() {
    c.rooms("A", new Room("1", "single", 1));
    c.say(c.delegate("a", "GD", M));
    c.say(c.delegate("b", "GD", M));
    c.say(c.delegate("c", "GD", M));
    assertThat(c.roomOf("b", "A")).isNull();
    c.say(c.get("a").attending(false));
    assertThat(c.roomOf("b", "A")).isEqualTo("1");
    assertThat(c.roomOf("c", "A")).isNull();
  }

  @Test
  void new_rooms_are_given_to_the_unplaced_at_once() {
    c.say(c.delegate("a", "GD", M));
    assertThat(c.roomOf("a", "A")).isNull();
    c.rooms("A", twin("1"));
    assertThat(c.roomOf("a", "A")).isEqualTo("1");
  }

  @Test
  void a_change_elsewhere_leaves_this_hotels_unplaced_alone() {
    c.rooms("B", twin("1"));
    c.say(c.delegate("a", "GD", M));
    c.say(c.delegate("t", "TJ", M));
    assertThat(c.say(c.get("t").attending(false))).containsExactly("t");
    assertThat(c.roomOf("a", "A")).isNull();
  }

  @Test
  void an_arrival_that_changes_no_night_asks_for_no_room() {
    c.rooms("A", twin("1"));
    c.say(c.delegate("a", "GD", M));
    var loads = c.loads();
    assertThat(c.say(c.get("a").travelling(at(0, 21), null))).isEmpty();
    assertThat(c.loads()).isEqualTo(loads);
  }

  @Test
  void fewer_nights_keep_the_room_without_a_look_at_the_hotel() {
    c.rooms("A", twin("1"), twin("2"));
    c.say(c.delegate("a", "GD", M));
    var loads = c.loads();
    c.say(c.get("a").travelling(at(1, 9), at(3, 9)));
    assertThat(c.manifest("A")).containsValue(line(1, 3, "1"));
    assertThat(c.loads()).isEqualTo(loads);
  }

  @Test
  void more_nights_keep_the_room_when_it_is_free_then_too() {
    c.rooms("A", twin("1"), twin("2"));
    c.say(c.delegate("a", "GD", M).travelling(at(1, 9), at(2, 9)));
    c.say(c.get("a").travelling(at(0, 9), at(3, 9)));
    assertThat(c.manifest("A")).containsValue(line(0, 3, "1"));
  }

  @Test
  void who_stays_on_moves_when_the_room_is_given_away_then_and_nobody_else_does() {
    c.rooms("A", twin("1"), twin("2"));
    c.say(c.delegate("a", "GD", M).travelling(at(0, 9), at(1, 9)));
    c.say(c.delegate("b", "GD", F).travelling(at(1, 9), at(3, 9)));
    assertThat(c.roomOf("b", "A")).isEqualTo("1");
    c.say(c.get("a").travelling(at(0, 9), at(2, 9)));
    assertThat(c.roomOf("a", "A")).isEqualTo("2");
    assertThat(c.roomOf("b", "A")).isEqualTo("1");
  }

  @Test
  void a_corrected_gender_moves_the_person_and_not_the_room_mate() {
    c.rooms("A", twin("1"), twin("2"));
    c.say(c.delegate("a", "GD", M));
    c.say(c.delegate("b", "GD", M));
    assertThat(c.roomOf("b", "A")).isEqualTo("1");
    c.say(c.get("a").of(F));
    assertThat(c.roomOf("a", "A")).isEqualTo("2");
    assertThat(c.roomOf("b", "A")).isEqualTo("1");
  }

  @Test
  void a_corrected_gender_leaves_who_is_alone_or_with_family_where_it_is() {
    c.rooms("A", twin("1"), twin("2"));
    c.say(c.delegate("h", "GD", M));
    c.say(c.companion("c", "h", M));
    assertThat(c.say(c.get("c").of(F))).containsExactly("c");
    assertThat(c.roomOf("c", "A")).isEqualTo("1");
  }

  @Test
  void a_host_moves_with_its_companion_and_the_place_it_leaves_is_given_on() {
    c.rooms("A", twin("1"), twin("2"));
    c.say(c.delegate("h", "GD", M));
    c.say(c.delegate("x", "GD", M));
    c.say(c.companion("c", "h", F));
    assertThat(c.roomOf("h", "A")).isEqualTo("2");
    assertThat(c.roomOf("c", "A")).isEqualTo("2");
    assertThat(c.roomOf("x", "A")).isEqualTo("1");
    c.say(c.delegate("y", "GD", M));
    assertThat(c.roomOf("y", "A")).isEqualTo("1");
  }

  @Test
  void a_family_that_moves_together_is_moved_for_all_of_its_nights() {
    c.rooms("A", twin("1"), twin("2"), twin("3"));
    c.say(c.delegate("h", "GD", M));
    c.say(c.delegate("x", "GD", M));
    // free while the companion is there, but not for all of the host's nights
    c.say(c.delegate("y", "SX", F).travelling(at(2, 9), at(4, 9)));
    assertThat(c.roomOf("y", "A")).isEqualTo("2");
    c.say(c.companion("c", "h", F).travelling(at(0, 9), at(1, 9)));
    assertThat(c.roomOf("h", "A")).isEqualTo("3");
    assertThat(c.roomOf("c", "A")).isEqualTo("3");
  }

  @Test
  void an_unplaced_companion_goes_to_its_host_when_there_is_room() {
    c.rooms("A", twin("1"));
    c.say(c.delegate("h", "GD", M));
    c.say(c.delegate("x", "GD", M));
    c.say(c.companion("c", "h", F));
    assertThat(c.roomOf("c", "A")).isNull();
    c.say(c.get("x").attending(false));
    assertThat(c.roomOf("c", "A")).isEqualTo("1");
  }

  @Test
  void the_room_that_a_family_leaves_is_given_to_who_waited_before_it() {
    c.rooms("A", new Room("1", "single", 1), twin("2"));
    c.hold(new Hold(HOLD, "A", 1, nights(2, 4), false));
    assertThat(c.givenTo(HOLD)).containsExactly("2");
    c.say(c.delegate("h", "GD", M, 2).travelling(at(0, 9), at(2, 9)));
    c.say(c.delegate("y", "GD", M).travelling(at(0, 9), at(2, 9)));
    c.say(c.delegate("z", "GD", M).travelling(at(0, 9), at(2, 9)));
    c.say(c.delegate("waiting", "GD", F));
    c.say(c.companion("c", "h", F));
    assertThat(c.roomOf("h", "A")).isEqualTo("1");
    assertThat(c.roomOf("waiting", "A")).isNull();
    assertThat(c.roomOf("c", "A")).isNull();
    c.say(c.get("y").attending(false), c.get("z").attending(false));
    assertThat(c.roomOf("c", "A")).isEqualTo("2");
    assertThat(c.roomOf("h", "A")).isEqualTo("2");
    assertThat(c.roomOf("waiting", "A")).isEqualTo("1");
  }

  @Test
  void the_room_that_a_family_leaves_for_its_companion_is_given_to_who_waits() {
    c.rooms("A", new Room("1", "single", 1), twin("2"));
    c.hold(new Hold(HOLD, "A", 1, nights(2, 4), false));
    c.say(c.delegate("h", "GD", M, 2).travelling(at(0, 9), at(2, 9)));
    c.say(c.delegate("waiting", "GD", F));
    assertThat(c.roomOf("waiting", "A")).isNull();
    c.say(c.companion("c", "h", F).travelling(at(0, 9), at(2, 9)));
    assertThat(c.roomOf("h", "A")).isEqualTo("2");
    assertThat(c.roomOf("waiting", "A")).isEqualTo("1");
  }

  @Test
  void of_those_who_wait_only_the_newcomers_families_are_looked_at() {
    c.rooms("A", twin("1"), twin("2"));
    c.say(c.delegate("a", "GD", M), c.delegate("b", "GD", M));
    c.say(c.delegate("d", "GD", F).travelling(at(0, 9), at(2, 9)), c.delegate("e", "GD", F));
    c.say(c.delegate("h", "GD", M), c.delegate("w", "GD", M));
    var reads = c.readsOfAllWhoWait();
    c.say(c.companion("c", "h", F).travelling(at(2, 9), at(4, 9)));
    assertThat(c.roomOf("c", "A")).isEqualTo("2");
    c.say(c.delegate("x", "GD", M));
    assertThat(c.readsOfAllWhoWait()).isEqualTo(reads);
    c.say(c.get("a").attending(false));
    assertThat(c.roomOf("h", "A")).isEqualTo("1");
    assertThat(c.readsOfAllWhoWait()).isGreaterThan(reads);
  }

  @Test
  void a_bed_that_got_free_unnoticed_is_given_to_who_waits_when_somebody_comes() {
    c.rooms("A", twin("1"));
    c.say(c.delegate("a", "GD", F));
    c.say(c.delegate("waiting", "GD", M));
    c.say(c.get("a").of(M));
    assertThat(c.roomOf("waiting", "A")).isNull();
    c.say(c.delegate("late", "GD", F));
    assertThat(c.roomOf("waiting", "A")).isEqualTo("1");
  }

  @Test
  void nobody_is_tried_again_by_a_change_that_leaves_the_list_as_it_is() {
    c.rooms("A", twin("1"));
    c.say(c.delegate("a", "GD", F));
    c.say(c.delegate("waiting", "GD", M));
    assertThat(c.say(c.get("a").of(M))).containsExactly("a");
    assertThat(c.roomOf("waiting", "A")).isNull();
    c.say(c.get("a").travelling(at(1, 9), null));
    assertThat(c.roomOf("waiting", "A")).isEqualTo("1");
  }

  @Test
  void a_substitute_takes_the_room_before_the_unplaced_do() {
    c.rooms("A", new Room("1", "single", 1));
    c.say(c.delegate("a", "GD", M));
    c.say(c.delegate("waiting", "GD", M));
    c.say(c.get("a").attending(false), c.substitute("b", "a", F));
    assertThat(c.roomOf("b", "A")).isEqualTo("1");
    assertThat(c.roomOf("waiting", "A")).isNull();
  }

  @Test
  void a_substitute_of_the_other_gender_leaves_a_shared_room_alone() {
    c.rooms("A", twin("1"), twin("2"));
    c.say(c.delegate("a", "GD", M));
    c.say(c.delegate("x", "GD", M));
    c.say(c.get("a").attending(false), c.substitute("b", "a", F));
    assertThat(c.roomOf("b", "A")).isEqualTo("2");
    assertThat(c.roomOf("x", "A")).isEqualTo("1");
  }

  @Test
  void a_substitute_takes_the_place_beside_the_companions() {
    c.rooms("A", twin("1"), twin("2"));
    c.say(c.delegate("a", "GD", M));
    c.say(c.companion("c", "a", F));
    c.say(c.get("a").attending(false), c.get("c").companionOf("b"), c.substitute("b", "a", M));
    assertThat(c.roomOf("b", "A")).isEqualTo("1");
    assertThat(c.roomOf("c", "A")).isEqualTo("1");
  }

  @Test
  void who_is_reinstated_finds_a_room_anew() {
    c.rooms("A", twin("1"), twin("2"));
    c.say(c.delegate("a", "GD", M));
    c.say(c.get("a").attending(false));
    c.say(c.delegate("b", "SX", F));
    assertThat(c.roomOf("b", "A")).isEqualTo("1");
    c.say(c.get("a").attending(true));
    assertThat(c.roomOf("a", "A")).isEqualTo("2");
  }

  @Test
  void an_import_of_five_hundred_loads_the_hotel_once() {
    var rooms = new ArrayList<Room>();
    for (int i = 0; i < 300; i++) {
      rooms.add(twin(Integer.toString(1000 + i)));
    }
    c.rooms("A", rooms.toArray(Room[]::new));
    var loads = c.loads();
    List<Person> roster = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      roster.add(new Person("p" + i, i, "GD", i % 3 == 0 ? F : M, 3, null, null, true, null, null));
    }
    c.say(roster);
    assertThat(c.loads()).isEqualTo(loads + 1);
    assertThat(c.staysIn("A")).hasSize(500).noneMatch(s -> s.room() == null);
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
