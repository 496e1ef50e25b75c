package org.huiwu.catering.meal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.huiwu.catering.meal.MealScope.OfHotel;
import org.huiwu.catering.meal.MealScope.OfRank;
import org.huiwu.catering.meal.MealScope.OfRoute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MealTest {
  private static final Meal LUNCH =
      new Meal(
          "L",
          LocalDateTime.parse("2026-06-09T12:00"),
          LocalDateTime.parse("2026-06-09T09:00"),
          "K",
          new OfHotel("H1"),
          "DESK",
          false,
          1);

  @Test
  void the_three_scopes_are_read_as_they_are_written() {
    assertThat(MealScope.parse("hotel:H1")).contains(new OfHotel("H1"));
    assertThat(MealScope.parse("rank:2")).contains(new OfRank(2));
    assertThat(MealScope.parse("route:R1")).contains(new OfRoute("R1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hotel:H1", "rank:1", "rank:4", "route:R-1.x"})
  void a_scope_is_written_as_it_was_read(String text) {
    assertThat(MealScope.parse(text).map(MealScope::text)).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hotel",
        "hotel:",
        "hotel:H 1",
        "rank:0",
        "rank:5",
        "rank:x",
        "rank:22",
        "bus:X1A",
        " hotel:H1",
        "HOTEL:H1"
      })
  void what_is_no_scope_is_not_guessed(String text) {
    assertThat(MealScope.parse(text)).isEmpty();
  }

  @Test
  void a_change_to_what_it_is_already_is_none() {
    assertThat(
            LUNCH.changedTo(
                LUNCH.starts(), LUNCH.cutoff(), "K", new OfHotel("H1"), LUNCH.contact()))
        .isSameAs(LUNCH);
  }

  @Test
  void a_change_is_the_next_version() {
    var changed =
        LUNCH.changedTo(LUNCH.starts(), LUNCH.cutoff(), "K2", LUNCH.scope(), LUNCH.contact());
    assertThat(changed.kitchen()).isEqualTo("K2");
    assertThat(changed.version()).isEqualTo(2);
  }

  @Test
  void cancelling_twice_is_cancelling_once() {
    var cancelled = LUNCH.cancel();
    assertThat(cancelled.cancelled()).isTrue();
    assertThat(cancelled.version()).isEqualTo(2);
    assertThat(cancelled.cancel()).isSameAs(cancelled);
  }
}
