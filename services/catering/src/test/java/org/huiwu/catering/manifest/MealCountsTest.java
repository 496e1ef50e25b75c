package org.huiwu.catering.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiwu.catering.meal.Meal;
import org.huiwu.catering.meal.MealScope;
import org.huiwu.catering.meal.MealScope.OfHotel;
import org.huiwu.catering.meal.MealScope.OfRank;
import org.huiwu.catering.meal.MealScope.OfRoute;
import org.huiwu.catering.upstream.ConferenceDates;
import org.huiwu.catering.upstream.Lodging;
import org.huiwu.catering.upstream.Lodging.Stay;
import org.huiwu.catering.upstream.Route;
import org.huiwu.platform.manifests.Contribution;
import org.huiwu.platform.manifests.Contribution.Tally;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// FORMAT.md, "The rules behind the manifests", as far as meals go.
class MealCountsTest {
  private static final ConferenceDates DATES =
      new ConferenceDates(at("2026-06-08T08:00"), at("2026-06-11T18:00"));
  private static final Route R1 =
      new Route("R1", at("2026-06-09T14:00"), at("2026-06-10T19:00"), false);
  private static final Guest DELEGATE =
      new Guest("a", "GD", 3, false, true, null, null, "", false, "normal");

  private final List<Meal> meals = new ArrayList<>();
  private Route route = R1;
  private Lodging lodging = new Lodging("GD", List.of(new Stay("H1", null)));

  // present: arrival <= starts < departure

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

  // away: route.departs <= starts < route.returns

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

  // scope hotel:H

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

  // scope rank:N

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

  // the order itself

  @Test
  void a_person_is_one_more_on_the_line_of_their_diet() {
    meal("LUNCH", "2026-06-09T12:00", new OfHotel("H1"));
    var halal = new Guest("a", "GD", 3, false, true, null, null, "", false, "halal");
    assertThat(counts().of(halal)).containsExactly(new Tally("meal:LUNCH", "halal", "count", 1));
  }

  @Test
  void the_header_has_start_and_kitchen() {
    var meal = meal("LUNCH", "2026-06-09T12:00", new OfHotel("H1"));
    assertThat(MealCounts.header(meal))
        .containsExactly(
            Contribution.header(
                "meal:LUNCH", Map.of("starts", "2026-06-09T12:00", "kitchen", "K")));
  }

  @Test
  void a_cancelled_meal_has_neither_header_nor_counts() {
    var planned = meal("LUNCH", "2026-06-09T12:00", new OfHotel("H1"));
    var cancelled =
        new Meal("LUNCH", planned.starts(), planned.cutoff(), "K", planned.scope(), "", true, 2);
    meals.set(0, cancelled);
    assertThat(mealsOf(DELEGATE)).isEmpty();
    assertThat(MealCounts.header(cancelled)).isEmpty();
  }

  @Test
  void a_cutoff_that_is_past_changes_no_count() {
    meals.add(
        new Meal(
            "LUNCH",
            at("2026-06-09T12:00"),
            at("2026-06-01T00:00"),
            "K",
            new OfHotel("H1"),
            "",
            false,
            1));
    assertThat(mealsOf(DELEGATE)).containsExactly("LUNCH");
  }

  private Meal meal(String code, String starts, MealScope scope) {
    var time = at(starts);
    var meal = new Meal(code, time, time.minusHours(3), "K", scope, "", false, 1);
    meals.add(meal);
    return meal;
  }

  private MealCounts counts() {
    return new MealCounts(
        DATES, meals, Map.of(route.code(), route), Map.of(lodging.delegation(), lodging));
  }

  private List<String> mealsOf(Guest guest) {
    return counts().of(guest).stream().map(c -> c.manifest().substring("meal:".length())).toList();
  }

  private static Guest times(@Nullable String arrival, @Nullable String departure) {
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

  private static Guest onRoute(String route) {
    return guest(3, false, true, route, false);
  }

  private static Guest guest(
      int rank, boolean companion, boolean attending, String route, boolean absent) {
    return new Guest("a", "GD", rank, companion, attending, null, null, route, absent, "normal");
  }

  private static LocalDateTime at(String time) {
    return LocalDateTime.parse(time);
  }
}
