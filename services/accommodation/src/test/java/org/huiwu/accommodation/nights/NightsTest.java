package org.huiwu.accommodation.nights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class NightsTest {
  private static final LocalDate EIGHTH = LocalDate.parse("2026-06-08");

  @Test
  void nights_run_from_the_arrival_date_to_the_departure_date() {
    assertThat(of("2026-06-08T14:35", "2026-06-11T09:00")).isEqualTo(nights(0, 3));
  }

  @Test
  void an_arrival_before_six_needs_the_night_before() {
    assertThat(of("2026-06-09T01:10", "2026-06-11T09:00")).isEqualTo(nights(0, 3));
    assertThat(of("2026-06-09T05:59", "2026-06-11T09:00")).isEqualTo(nights(0, 3));
  }

  @Test
  void an_arrival_at_six_sharp_needs_no_night_before() {
    assertThat(of("2026-06-09T06:00", "2026-06-11T09:00")).isEqualTo(nights(1, 3));
  }

  @Test
  void an_arrival_before_six_and_a_departure_that_day_are_one_night() {
    assertThat(of("2026-06-09T02:00", "2026-06-09T20:00")).isEqualTo(nights(0, 1));
  }

  @Test
  void who_leaves_on_the_day_of_arrival_has_no_night() {
    assertThat(of("2026-06-09T07:00", "2026-06-09T20:00").isEmpty()).isTrue();
  }

  @Test
  void a_departure_before_the_arrival_is_no_night() {
    assertThat(of("2026-06-09T07:00", "2026-06-08T20:00").isEmpty()).isTrue();
    assertThatThrownBy(() -> new Nights.Span(EIGHTH, EIGHTH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_part_of_the_nights_ends_where_the_next_begins() {
    var all = nights(0, 4);
    assertThat(all.within(null, EIGHTH.plusDays(2))).isEqualTo(nights(0, 2));
    assertThat(all.within(EIGHTH.plusDays(2), null)).isEqualTo(nights(2, 4));
    assertThat(all.within(EIGHTH.plusDays(4), null).isEmpty()).isTrue();
    assertThat(all.within(null, EIGHTH).isEmpty()).isTrue();
    assertThat(all.within(EIGHTH.minusDays(1), EIGHTH.plusDays(9))).isEqualTo(all);
  }

  @Test
  void nights_that_touch_or_overlap_become_one_span() {
    assertThat(nights(0, 2).and(nights(2, 4))).isEqualTo(nights(0, 4));
    assertThat(nights(2, 4).and(nights(0, 3))).isEqualTo(nights(0, 4));
    assertThat(nights(0, 4).and(nights(1, 2))).isEqualTo(nights(0, 4));
  }

  @Test
  void a_break_stays_a_break_but_the_reach_covers_it() {
    var broken = nights(3, 4).and(nights(0, 1));
    assertThat(broken.spans()).hasSize(2);
    assertThat(broken.reach()).isEqualTo(new Nights.Span(EIGHTH, EIGHTH.plusDays(4)));
    assertThat(broken.contains(EIGHTH)).isTrue();
    assertThat(broken.contains(EIGHTH.plusDays(1))).isFalse();
    assertThat(broken.overlaps(nights(1, 3))).isFalse();
    assertThat(broken.overlaps(nights(2, 4))).isTrue();
    assertThat(nights(0, 4).containsAll(broken)).isTrue();
    assertThat(broken.containsAll(nights(0, 4))).isFalse();
  }

  @Test
  void the_date_of_leaving_is_no_night() {
    assertThat(nights(0, 2).overlaps(nights(2, 3))).isFalse();
    assertThat(nights(0, 2).contains(EIGHTH.plusDays(2))).isFalse();
  }

  private static Nights of(String arrival, String departure) {
    return Nights.of(LocalDateTime.parse(arrival), LocalDateTime.parse(departure));
  }

  private static Nights nights(int from, int to) {
    return Nights.between(EIGHTH.plusDays(from), EIGHTH.plusDays(to));
  }
}
