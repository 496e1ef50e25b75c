package org.huiwu.catering.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiwu.catering.meal.MealScope.OfHotel;
import org.huiwu.catering.meal.MealScope.OfRoute;
import org.huiwu.catering.upstream.Route;
import org.junit.jupiter.api.Test;

/// FORMAT.md, "The rules behind the manifests": away is `route.departs <= starts < route.returns`.
class AwayFromMealsTest extends CountedMeals {

  @Test
  void who_is_on_a_route_is_away_from_its_departure_until_just_before_its_return() {
    meal("BEFORE", "2026-06-09T13:59", new OfHotel("H1"));
    meal("DEPARTS", "2026-06-09T14:00", new OfHotel("H1"));
    meal("LAST-AWAY", "2026-06-10T18:59", new OfHotel("H1"));
    meal("RETURNS", "2026-06-10T19:00", new OfHotel("H1"));
    assertThat(mealsOf(onRoute("R1"))).containsExactly("BEFORE", "RETURNS");
  }

  @Test
  void a_route_meal_is_for_those_away_on_that_route() {
    meal("BEFORE", "2026-06-09T13:59", new OfRoute("R1"));
    meal("DEPARTS", "2026-06-09T14:00", new OfRoute("R1"));
    meal("LAST-AWAY", "2026-06-10T18:59", new OfRoute("R1"));
    meal("RETURNS", "2026-06-10T19:00", new OfRoute("R1"));
    meal("OTHER", "2026-06-09T19:00", new OfRoute("R2"));
    assertThat(mealsOf(onRoute("R1"))).containsExactly("DEPARTS", "LAST-AWAY");
  }

  @Test
  void a_route_meal_asks_for_presence() {
    meal("DINNER", "2026-06-09T19:00", new OfRoute("R1"));
    assertThat(
            mealsOf(
                new Guest(
                    "a", "GD", 3, false, true, null, at("2026-06-09T19:00"), "R1", false, "halal")))
        .isEmpty();
  }

  @Test
  void who_was_called_absent_eats_at_the_hotel_again() {
    meal("DINNER", "2026-06-09T19:00", new OfHotel("H1"));
    meal("PICNIC", "2026-06-09T19:00", new OfRoute("R1"));
    assertThat(mealsOf(onRoute("R1"))).containsExactly("PICNIC");
    assertThat(mealsOf(guest(3, false, true, "R1", true))).containsExactly("DINNER");
  }

  @Test
  void who_has_no_route_is_never_away() {
    meal("DINNER", "2026-06-09T19:00", new OfHotel("H1"));
    assertThat(mealsOf(onRoute(""))).containsExactly("DINNER");
  }

  @Test
  void nobody_is_away_on_a_route_that_is_cancelled_or_not_known() {
    meal("DINNER", "2026-06-09T19:00", new OfHotel("H1"));
    meal("PICNIC", "2026-06-09T19:00", new OfRoute("R1"));
    route = new Route("R1", R1.departs(), R1.returns(), true);
    assertThat(mealsOf(onRoute("R1"))).containsExactly("DINNER");
    route = new Route("R7", R1.departs(), R1.returns(), false);
    assertThat(mealsOf(onRoute("R1"))).containsExactly("DINNER");
  }
}
