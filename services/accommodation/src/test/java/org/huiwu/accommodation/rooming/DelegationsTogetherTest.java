package org.huiwu.accommodation.rooming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huiwu.accommodation.nights.Nights;
import org.huiwu.accommodation.person.Gender;
import org.huiwu.accommodation.rooming.Decision.Placed;
import org.huiwu.accommodation.rooming.Decision.Together;
import org.huiwu.accommodation.rooming.Decision.Unplaced;
import org.junit.jupiter.api.Test;

class DelegationsTogetherTest {
  private static final LocalDate EIGHTH = LocalDate.parse("2026-06-08");
  private static final Nights THREE = nights(0, 3);
  private static final UUID HOLD = new UUID(0, 1);

  private final DelegationsTogether rule = new DelegationsTogether();
  private final Occupancy twins =
      hotel(
          new Room("1001", "twin", 2),
          new Room("203", "twin", 2),
          new Room("201", "twin", 2),
          new Room("202", "twin", 2));

  @Test
  void the_lowest_number_of_equal_rooms_is_taken() {
    assertThat(place(twins, man("a", "GD"))).isEqualTo(new Placed("201"));
  }

  @Test
  void a_room_half_used_by_the_same_gender_and_delegation_comes_before_an_empty_one() {
    twins.put(woman("x", "GD"), "201");
    twins.put(man("y", "SX"), "202");
    twins.put(man("z", "GD"), "203");
    assertThat(place(twins, man("a", "GD"))).isEqualTo(new Placed("203"));
  }

  @Test
  void an_empty_room_comes_before_one_shared_with_another_delegation() {
    twins.put(man("x", "SX"), "201");
    assertThat(place(twins, man("a", "GD"))).isEqualTo(new Placed("202"));
  }

  @Test
  void strangers_of_the_same_gender_share_when_there_is_no_empty_room() {
    var hotel = hotel(new Room("1", "twin", 2), new Room("2", "twin", 2));
    hotel.put(woman("x", "SX"), "1");
    hotel.put(man("y", "SX"), "2");
    assertThat(place(hotel, man("a", "GD"))).isEqualTo(new Placed("2"));
  }

  @Test
  void strangers_of_different_gender_never_share() {
    var hotel = hotel(new Room("1", "twin", 2));
    hotel.put(woman("x", "GD"), "1");
    assertThat(place(hotel, man("a", "GD"))).isEqualTo(new Unplaced());
  }

  @Test
  void strangers_of_different_gender_may_have_a_room_one_after_the_other() {
    var hotel = hotel(new Room("1", "twin", 2));
    hotel.put(guest("x", "x", Gender.F, "GD", 3, nights(0, 1)), "1");
    assertThat(place(hotel, guest("a", "a", Gender.M, "GD", 3, nights(1, 3))))
        .isEqualTo(new Placed("1"));
  }

  @Test
  void a_bed_is_counted_night_by_night() {
    var hotel = hotel(new Room("1", "twin", 2));
    hotel.put(guest("x", "x", Gender.M, "GD", 3, nights(0, 1)), "1");
    hotel.put(guest("y", "y", Gender.M, "GD", 3, nights(1, 3)), "1");
    assertThat(place(hotel, man("a", "GD"))).isEqualTo(new Placed("1"));
    hotel.put(guest("z", "z", Gender.M, "GD", 3, nights(2, 3)), "1");
    assertThat(place(hotel, man("a", "GD"))).isEqualTo(new Unplaced());
    assertThat(place(hotel, guest("a", "a", Gender.M, "GD", 3, nights(0, 2))))
        .isEqualTo(new Placed("1"));
  }

  @Test
  void the_first_rank_has_a_suite_and_the_second_a_single() {
    var hotel =
        hotel(new Room("1", "twin", 2), new Room("2", "single", 1), new Room("3", "suite", 1));
    assertThat(place(hotel, ranked("a", 1))).isEqualTo(new Placed("3"));
    assertThat(place(hotel, ranked("b", 2))).isEqualTo(new Placed("2"));
    assertThat(place(hotel, ranked("c", 3))).isEqualTo(new Placed("1"));
  }

  @Test
  void the_first_rank_has_a_single_when_there_is_no_suite() {
    var hotel = hotel(new Room("1", "twin", 2), new Room("2", "single", 1));
    assertThat(place(hotel, ranked("a", 1))).isEqualTo(new Placed("2"));
  }

  @Test
  void others_are_given_singles_and_suites_only_when_nothing_else_is_left() {
    var hotel =
        hotel(new Room("1", "suite", 1), new Room("2", "single", 1), new Room("3", "twin", 2));
    hotel.put(man("x", "SX"), "3");
    assertThat(place(hotel, man("a", "GD"))).isEqualTo(new Placed("3"));
    hotel.put(man("y", "SX"), "3");
    assertThat(place(hotel, man("a", "GD"))).isEqualTo(new Placed("2"));
    hotel.put(man("z", "SX"), "2");
    assertThat(place(hotel, man("a", "GD"))).isEqualTo(new Placed("1"));
  }

  @Test
  void nobody_is_put_into_a_suite_with_a_minister_while_there_is_another_room() {
    var hotel = hotel(new Room("1", "suite", 2), new Room("2", "single", 1));
    hotel.put(ranked("minister", 1), "1");
    assertThat(place(hotel, man("a", "GD"))).isEqualTo(new Placed("2"));
  }

  @Test
  void a_companion_goes_to_its_host() {
    twins.put(man("host", "GD"), "202");
    assertThat(place(twins, companion("c", "host", Gender.F))).isEqualTo(new Placed("202"));
  }

  @Test
  void a_host_moves_with_its_companion_to_an_empty_room_when_theirs_has_no_place() {
    var host = man("host", "GD");
    twins.put(host, "201");
    twins.put(man("x", "GD"), "201");
    assertThat(place(twins, companion("c", "host", Gender.F)))
        .isEqualTo(new Together("202", List.of(host)));
  }

  @Test
  void a_host_moves_when_the_companion_and_the_stranger_in_its_room_differ_in_gender() {
    var hotel = hotel(new Room("1", "triple", 3), new Room("2", "twin", 2));
    var host = man("host", "GD");
    hotel.put(host, "1");
    hotel.put(man("x", "GD"), "1");
    assertThat(place(hotel, companion("c", "host", Gender.F)))
        .isEqualTo(new Together("2", List.of(host)));
    assertThat(place(hotel, companion("c", "host", Gender.M))).isEqualTo(new Placed("1"));
  }

  @Test
  void a_whole_family_moves_to_the_smallest_room_that_takes_it() {
    var hotel =
        hotel(new Room("1", "twin", 2), new Room("2", "quad", 4), new Room("3", "triple", 3));
    var host = man("host", "GD");
    var first = companion("c1", "host", Gender.F);
    hotel.put(host, "1");
    hotel.put(first, "1");
    assertThat(place(hotel, companion("c2", "host", Gender.M)))
        .isEqualTo(new Together("3", List.of(host, first)));
  }

  @Test
  void nobody_moves_for_a_companion_into_a_room_that_is_used_by_others() {
    var hotel = hotel(new Room("1", "single", 1), new Room("2", "quad", 4));
    hotel.put(man("host", "GD"), "1");
    hotel.put(man("x", "GD"), "2");
    assertThat(place(hotel, companion("c", "host", Gender.M))).isEqualTo(new Placed("2"));
    assertThat(place(hotel, companion("c", "host", Gender.F))).isEqualTo(new Unplaced());
  }

  @Test
  void a_host_goes_to_its_companions() {
    twins.put(companion("c", "host", Gender.F), "203");
    assertThat(place(twins, man("host", "GD"))).isEqualTo(new Placed("203"));
  }

  @Test
  void a_companion_that_comes_after_the_host_has_left_moves_nobody() {
    var hotel = hotel(new Room("1", "single", 1), new Room("2", "twin", 2));
    hotel.put(guest("host", "host", Gender.M, "GD", 3, nights(0, 1)), "1");
    hotel.put(guest("x", "x", Gender.M, "GD", 3, nights(1, 3)), "1");
    assertThat(place(hotel, guest("c", "host", Gender.F, "GD", 4, nights(1, 3))))
        .isEqualTo(new Placed("2"));
  }

  @Test
  void who_has_a_room_keeps_it_while_it_fits() {
    twins.put(man("x", "SX"), "203");
    assertThat(rule.place(twins, man("a", "GD"), new Preferences("203", null)))
        .isEqualTo(new Placed("203"));
    twins.put(man("y", "SX"), "203");
    assertThat(rule.place(twins, man("a", "GD"), new Preferences("203", null)))
        .isEqualTo(new Placed("201"));
  }

  @Test
  void a_substitute_has_the_room_of_the_person_it_replaces_when_the_rule_allows() {
    twins.put(man("x", "SX"), "1001");
    assertThat(rule.place(twins, man("b", "GD"), new Preferences(null, "1001")))
        .isEqualTo(new Placed("1001"));
    assertThat(rule.place(twins, woman("b", "GD"), new Preferences(null, "1001")))
        .isEqualTo(new Placed("201"));
  }

  @Test
  void a_held_room_takes_nobody_on_the_nights_of_the_hold() {
    var hotel = hotel(new Room("1", "twin", 2));
    hotel.block(HOLD, nights(0, 1), "1");
    assertThat(place(hotel, man("a", "GD"))).isEqualTo(new Unplaced());
    assertThat(place(hotel, guest("a", "a", Gender.M, "GD", 3, nights(1, 3))))
        .isEqualTo(new Placed("1"));
  }

  @Test
  void a_hold_takes_rooms_that_are_empty_on_all_of_its_nights_the_shared_ones_first() {
    var hotel =
        hotel(
            new Room("1", "suite", 1),
            new Room("2", "single", 1),
            new Room("3", "twin", 2),
            new Room("4", "twin", 2),
            new Room("5", "twin", 2));
    hotel.put(guest("x", "x", Gender.M, "GD", 3, nights(2, 3)), "3");
    hotel.block(HOLD, nights(0, 1), "4");
    assertThat(rule.hold(hotel, THREE, 2)).containsExactly("5", "2");
    assertThat(rule.hold(hotel, nights(0, 2), 2)).containsExactly("3", "5");
    assertThat(rule.hold(hotel, THREE, 9)).containsExactly("5", "2", "1");
    assertThat(rule.hold(hotel, THREE, 0)).isEmpty();
  }

  private Decision place(Occupancy hotel, Guest guest) {
    return rule.place(hotel, guest, Preferences.NONE);
  }

  private static Occupancy hotel(Room... rooms) {
    return new Occupancy(List.of(rooms));
  }

  private static Guest man(String person, String delegation) {
    return guest(person, person, Gender.M, delegation, 3, THREE);
  }

  private static Guest woman(String person, String delegation) {
    return guest(person, person, Gender.F, delegation, 3, THREE);
  }

  private static Guest ranked(String person, int rank) {
    return guest(person, person, Gender.M, "GD", rank, THREE);
  }

  private static Guest companion(String person, String host, Gender gender) {
    return guest(person, host, gender, "GD", 4, THREE);
  }

  private static Guest guest(
      String person, String party, Gender gender, String delegation, int rank, Nights nights) {
    return new Guest(person, 1, party, gender, delegation, rank, nights);
  }

  private static Nights nights(int from, int to) {
    return Nights.between(EIGHTH.plusDays(from), EIGHTH.plusDays(to));
  }
}
