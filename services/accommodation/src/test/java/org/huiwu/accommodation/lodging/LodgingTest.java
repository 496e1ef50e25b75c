package org.huiwu.accommodation.lodging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.huiwu.accommodation.lodging.Lodging.Stay;
import org.huiwu.accommodation.nights.Nights;
import org.junit.jupiter.api.Test;

class LodgingTest {
  private static final Lodging IN_A = Lodging.assigned("NM", "A");
  private static final Nights EIGHTH_TO_TWELFTH = nights(8, 12);

  @Test
  void rehousing_moves_the_nights_from_its_date_on() {
    var lodging = IN_A.rehoused(to("B", 9));
    assertThat(lodging.stays())
        .containsExactly(new Stay("A", null), new Stay("B", LocalDate.of(2026, 6, 9)));
    assertThat(lodging.version()).isEqualTo(2);
    assertThat(lodging.nights(EIGHTH_TO_TWELFTH))
        .isEqualTo(Map.of("A", nights(8, 9), "B", nights(9, 12)));
  }

  @Test
  void nights_wholly_before_or_after_the_date_are_in_one_hotel_only() {
    var lodging = IN_A.rehoused(to("B", 10));
    assertThat(lodging.nights(nights(8, 10))).isEqualTo(Map.of("A", nights(8, 10)));
    assertThat(lodging.nights(nights(10, 12))).isEqualTo(Map.of("B", nights(10, 12)));
  }

  @Test
  void a_later_rehousing_with_an_earlier_date_overrides_the_one_before() {
    var lodging = IN_A.rehoused(to("B", 11)).rehoused(to("C", 9));
    assertThat(lodging.nights(EIGHTH_TO_TWELFTH))
        .isEqualTo(Map.of("A", nights(8, 9), "C", nights(9, 12)));
  }

  @Test
  void a_later_rehousing_with_a_later_date_leaves_what_is_before() {
    var lodging = IN_A.rehoused(to("B", 9)).rehoused(to("C", 11));
    assertThat(lodging.nights(EIGHTH_TO_TWELFTH))
        .isEqualTo(Map.of("A", nights(8, 9), "B", nights(9, 11), "C", nights(11, 12)));
  }

  @Test
  void rehousing_on_the_same_date_replaces_the_hotel() {
    var lodging = IN_A.rehoused(to("B", 9)).rehoused(to("C", 9));
    assertThat(lodging.nights(EIGHTH_TO_TWELFTH))
        .isEqualTo(Map.of("A", nights(8, 9), "C", nights(9, 12)));
  }

  @Test
  void back_to_the_first_hotel_is_one_stay_with_a_break() {
    var lodging = IN_A.rehoused(to("B", 9)).rehoused(to("A", 11));
    assertThat(lodging.nights(EIGHTH_TO_TWELFTH))
        .isEqualTo(Map.of("A", nights(8, 9).and(nights(11, 12)), "B", nights(9, 11)));
  }

  @Test
  void back_before_anybody_moved_is_as_if_nothing_had_been() {
    var lodging = IN_A.rehoused(to("B", 9)).rehoused(to("A", 9));
    assertThat(lodging.stays()).isEqualTo(IN_A.stays());
    assertThat(lodging.version()).isEqualTo(3);
  }

  @Test
  void rehousing_to_the_hotel_in_force_is_none() {
    assertThat(IN_A.rehoused(to("A", 9))).isSameAs(IN_A);
    var moved = IN_A.rehoused(to("B", 9));
    assertThat(moved.rehoused(to("B", 10))).isSameAs(moved);
  }

  private static RehouseDelegation to(String hotel, int day) {
    return new RehouseDelegation(hotel, LocalDate.of(2026, 6, day));
  }

  private static Nights nights(int from, int to) {
    return Nights.between(LocalDate.of(2026, 6, from), LocalDate.of(2026, 6, to));
  }
}
