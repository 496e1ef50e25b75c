package org.huiwu.catering.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.huiwu.catering.meal.Meal;
import org.huiwu.catering.meal.MealScope.OfHotel;
import org.huiwu.platform.manifests.Contribution;
import org.huiwu.platform.manifests.Contribution.Tally;
import org.junit.jupiter.api.Test;

/// FORMAT.md, "The rules behind the manifests": the order that a kitchen gets.
class MealCountsTest extends CountedMeals {

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
}
