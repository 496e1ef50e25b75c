package org.huiwu.catering.manifest;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiwu.catering.meal.Meal;
import org.huiwu.catering.meal.MealScope;
import org.huiwu.catering.upstream.ConferenceDates;
import org.huiwu.catering.upstream.Lodging;
import org.huiwu.catering.upstream.Lodging.Stay;
import org.huiwu.catering.upstream.Route;
import org.jspecify.annotations.Nullable;

/// A conference from 8 to 11 June whose delegation GD lodges in H1; each test plans its meals and
/// asks which of them somebody is counted for.
abstract class CountedMeals {
  private static final ConferenceDates DATES =
      new ConferenceDates(at("2026-06-08T08:00"), at("2026-06-11T18:00"));
  static final Route R1 = new Route("R1", at("2026-06-09T14:00"), at("2026-06-10T19:00"), false);
  static final Guest DELEGATE =
      new Guest("a", "GD", 3, false, true, null, null, "", false, "normal");

  final List<Meal> meals = new ArrayList<>();
  Route route = R1;
  Lodging lodging = new Lodging("GD", List.of(new Stay("H1", null)));

  Meal meal(String code, String starts, MealScope scope) {
    var time = at(starts);
    var meal = new Meal(code, time, time.minusHours(3), "K", scope, "", false, 1);
    meals.add(meal);
    return meal;
  }

  MealCounts counts() {
    return new MealCounts(
        DATES, meals, Map.of(route.code(), route), Map.of(lodging.delegation(), lodging));
  }

  List<String> mealsOf(Guest guest) {
    return counts().of(guest).stream().map(c -> c.manifest().substring("meal:".length())).toList();
  }

  static Guest times(@Nullable String arrival, @Nullable String departure) {
    return new Guest(
        "a",
        "GD",
        3,
        false,
        true,
        arrival == null ? null : at(arrival),
        departure == null ? null : at(departure),
        "",
        false,
        "normal");
  }

  static Guest onRoute(String route) {
    return guest(3, false, true, route, false);
  }

  static Guest guest(int rank, boolean companion, boolean attending, String route, boolean absent) {
    return new Guest("a", "GD", rank, companion, attending, null, null, route, absent, "normal");
  }

  static LocalDateTime at(String time) {
    return LocalDateTime.parse(time);
  }
}
