package org.huiwu.catering.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.huiwu.catering.meal.MealScope.OfHotel;
import org.huiwu.catering.meal.MealScope.OfRank;
import org.huiwu.catering.upstream.Lodging;
import org.huiwu.catering.upstream.Lodging.Stay;
import org.junit.jupiter.api.Test;

/// FORMAT.md, "The rules behind the manifests": for whom a meal of a hotel or of a rank is.
class MealScopesTest extends CountedMeals {

  @Test
  void a_hotel_meal_is_for_those_whose_delegation_lodges_there() {
    meal("LUNCH-1", "2026-06-09T12:00", new OfHotel("H1"));
    meal("LUNCH-2", "2026-06-09T12:00", new OfHotel("H2"));
    assertThat(mealsOf(DELEGATE)).containsExactly("LUNCH-1");
  }

  @Test
  void before_ten_the_hotel_of_the_date_before_is_in_force() {
    lodging =
        new Lodging(
            "GD", List.of(new Stay("H1", null), new Stay("H3", LocalDate.parse("2026-06-09"))));
    meal("B1", "2026-06-09T09:59", new OfHotel("H1"));
    meal("B3", "2026-06-09T09:59", new OfHotel("H3"));
    meal("L1", "2026-06-09T10:00", new OfHotel("H1"));
    meal("L3", "2026-06-09T10:00", new OfHotel("H3"));
    assertThat(mealsOf(DELEGATE)).containsExactly("B1", "L3");
  }

  @Test
  void a_breakfast_after_midnight_belongs_to_the_hotel_of_the_night_before() {
    lodging =
        new Lodging(
            "GD", List.of(new Stay("H1", null), new Stay("H3", LocalDate.parse("2026-06-09"))));
    meal("NIGHT-1", "2026-06-09T00:00", new OfHotel("H1"));
    meal("NIGHT-3", "2026-06-09T00:00", new OfHotel("H3"));
    assertThat(mealsOf(DELEGATE)).containsExactly("NIGHT-1");
  }

  @Test
  void lunch_is_counted_at_the_hotel_on_the_arrival_day_and_on_the_last_day() {
    meal("FIRST", "2026-06-08T12:00", new OfHotel("H1"));
    meal("LAST", "2026-06-10T12:00", new OfHotel("H1"));
    assertThat(mealsOf(times("2026-06-08T11:00", "2026-06-10T13:00")))
        .containsExactly("FIRST", "LAST");
  }

  @Test
  void breakfast_needs_no_night_in_the_hotel() {
    meal("BREAKFAST", "2026-06-09T07:00", new OfHotel("H1"));
    assertThat(mealsOf(times("2026-06-09T06:30", null))).containsExactly("BREAKFAST");
  }

  @Test
  void a_delegation_without_lodging_has_no_hotel_meals() {
    meal("LUNCH", "2026-06-09T12:00", new OfHotel("H1"));
    meal("BANQUET", "2026-06-09T12:00", new OfRank(3));
    lodging = new Lodging("BJ", List.of(new Stay("H1", null)));
    assertThat(mealsOf(DELEGATE)).containsExactly("BANQUET");
  }

  @Test
  void companions_eat_at_the_hotel() {
    meal("LUNCH", "2026-06-09T12:00", new OfHotel("H1"));
    assertThat(mealsOf(guest(4, true, true, "", false))).containsExactly("LUNCH");
  }

  @Test
  void a_rank_meal_is_for_that_rank_and_those_above() {
    meal("BANQUET", "2026-06-08T19:00", new OfRank(2));
    assertThat(mealsOf(guest(1, false, true, "", false))).containsExactly("BANQUET");
    assertThat(mealsOf(guest(2, false, true, "", false))).containsExactly("BANQUET");
    assertThat(mealsOf(guest(3, false, true, "", false))).isEmpty();
  }

  @Test
  void a_rank_meal_is_not_for_companions_whatever_their_rank() {
    meal("BANQUET", "2026-06-08T19:00", new OfRank(2));
    assertThat(mealsOf(guest(1, true, true, "", false))).isEmpty();
  }

  @Test
  void a_rank_meal_is_not_for_those_who_are_away() {
    meal("BANQUET", "2026-06-09T19:00", new OfRank(4));
    assertThat(mealsOf(onRoute("R1"))).isEmpty();
    assertThat(mealsOf(guest(3, false, true, "R1", true))).containsExactly("BANQUET");
  }
}
