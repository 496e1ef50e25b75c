package org.huiwu.catering.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiwu.catering.meal.MealScope.OfHotel;
import org.huiwu.catering.meal.MealScope.OfRank;
import org.huiwu.catering.meal.MealScope.OfRoute;
import org.junit.jupiter.api.Test;

/// FORMAT.md, "The rules behind the manifests": present is `arrival <= starts < departure`.
class PresenceAtMealsTest extends CountedMeals {

  @Test
  void who_arrives_when_the_meal_starts_is_counted() {
    meal("LUNCH", "2026-06-09T12:00", new OfHotel("H1"));
    assertThat(mealsOf(times("2026-06-09T12:00", null))).containsExactly("LUNCH");
    assertThat(mealsOf(times("2026-06-09T12:01", null))).isEmpty();
  }

  @Test
  void who_departs_when_the_meal_starts_is_not_counted() {
    meal("LUNCH", "2026-06-09T12:00", new OfHotel("H1"));
    assertThat(mealsOf(times(null, "2026-06-09T12:00"))).isEmpty();
    assertThat(mealsOf(times(null, "2026-06-09T12:01"))).containsExactly("LUNCH");
  }

  @Test
  void an_arrival_at_six_sharp_is_in_time_for_a_breakfast_at_six() {
    meal("BREAKFAST", "2026-06-09T06:00", new OfHotel("H1"));
    assertThat(mealsOf(times("2026-06-09T06:00", null))).containsExactly("BREAKFAST");
    assertThat(mealsOf(times("2026-06-09T05:59", null))).containsExactly("BREAKFAST");
    assertThat(mealsOf(times("2026-06-09T06:01", null))).isEmpty();
  }

  @Test
  void an_unknown_arrival_is_the_start_of_the_conference() {
    meal("BEFORE", "2026-06-08T07:59", new OfRank(4));
    meal("FIRST", "2026-06-08T08:00", new OfRank(4));
    assertThat(mealsOf(DELEGATE)).containsExactly("FIRST");
  }

  @Test
  void an_unknown_departure_is_the_end_of_the_conference() {
    meal("LAST", "2026-06-11T17:59", new OfHotel("H1"));
    meal("TOO-LATE", "2026-06-11T18:00", new OfHotel("H1"));
    assertThat(mealsOf(DELEGATE)).containsExactly("LAST");
  }

  @Test
  void a_known_time_outside_the_conference_counts_as_it_is() {
    meal("EVE", "2026-06-07T19:00", new OfHotel("H1"));
    meal("AFTER", "2026-06-12T12:00", new OfHotel("H1"));
    assertThat(mealsOf(times("2026-06-07T18:00", "2026-06-12T13:00")))
        .containsExactly("EVE", "AFTER");
  }

  @Test
  void who_departs_before_arriving_is_never_present() {
    meal("LUNCH", "2026-06-09T12:00", new OfHotel("H1"));
    assertThat(mealsOf(times("2026-06-10T12:00", "2026-06-09T08:00"))).isEmpty();
  }

  @Test
  void the_withdrawn_are_counted_nowhere() {
    meal("LUNCH", "2026-06-09T12:00", new OfHotel("H1"));
    meal("BANQUET", "2026-06-09T12:00", new OfRank(4));
    meal("PICNIC", "2026-06-09T15:00", new OfRoute("R1"));
    assertThat(mealsOf(guest(3, false, false, "R1", false))).isEmpty();
  }
}
