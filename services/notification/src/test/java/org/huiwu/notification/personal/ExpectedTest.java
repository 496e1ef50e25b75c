package org.huiwu.notification.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.huiwu.notification.personal.Programme.PlannedMeal;
import org.junit.jupiter.api.Test;

/// FORMAT.md's scopes of meals, for one person.
class ExpectedTest {
  private static final Delegate SOMEBODY =
      new Delegate("p1", "GD", 3, false, true, true, false, null);

  private static PersonalPage.Room room(String hotel, int from, int to) {
    return new PersonalPage.Room(
        hotel, hotel, "", LocalDate.of(2026, 6, from), LocalDate.of(2026, 6, to), "");
  }

  private static boolean isExpected(
      List<PersonalPage.Room> rooms, String hotel, int day, int hour) {
    var meal =
        new PlannedMeal("M", LocalDateTime.of(2026, 6, day, hour, 0), "", "hotel:" + hotel, false);
    return new Expected(SOMEBODY, List.of(), rooms, null).at(meal).isPresent();
  }

  @Test
  void on_the_day_of_a_move_one_eats_in_the_new_hotel_and_breakfast_in_the_old() {
    var rooms = List.of(room("OLD", 8, 10), room("NEW", 10, 12));
    assertThat(isExpected(rooms, "OLD", 10, 7)).isTrue();
    assertThat(isExpected(rooms, "NEW", 10, 7)).isFalse();
    for (int hour : List.of(12, 18)) {
      assertThat(isExpected(rooms, "NEW", 10, hour)).isTrue();
      assertThat(isExpected(rooms, "OLD", 10, hour)).isFalse();
    }
    assertThat(isExpected(rooms, "NEW", 11, 7)).isTrue();
    assertThat(isExpected(rooms, "OLD", 9, 18)).isTrue();
  }

  @Test
  void on_the_day_of_departure_one_still_eats_in_ones_hotel() {
    var rooms = List.of(room("OLD", 8, 10));
    assertThat(isExpected(rooms, "OLD", 10, 12)).isTrue();
    assertThat(isExpected(rooms, "OLD", 11, 12)).isFalse();
    assertThat(isExpected(List.of(), "OLD", 9, 12)).isFalse();
  }
}
