package org.huiwu.catering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// Every meal's numbers in one answer.
class MealCountsServiceTest extends Scene {
  private String counts() {
    return desk.get("/meal-counts").body().toString();
  }

  @Test
  void every_meal_is_counted_by_diet_as_its_order_says() {
    plan(LUNCH + "," + PICNIC);
    hear(
        "registration",
        States.delegate("a", "normal"),
        States.delegate("b", "halal"),
        States.delegate("c", "normal"));
    assertThat(counts())
        .isEqualTo(
            """
            [{"meal":"LUNCH","diets":{"halal":1,"normal":2}},{"meal":"PICNIC","diets":{}}]\
            """);

    hear(
        "registration", States.participant("b", 2, "participant-withdrawn", "", 3, false, "halal"));
    assertThat(counts())
        .isEqualTo(
            """
            [{"meal":"LUNCH","diets":{"normal":2}},{"meal":"PICNIC","diets":{}}]\
            """);
  }

  @Test
  void a_cancelled_meal_is_counted_no_more() {
    plan(LUNCH);
    hear("registration", States.delegate("a", "normal"));
    changed(desk.send(HttpMethod.DELETE, "/meals/LUNCH", 1L, ""));
    assertThat(counts()).isEqualTo("[]");
  }

  @Test
  void a_conference_without_meals_has_no_counts_and_one_that_is_unknown_is_said_to_be() {
    assertThat(counts()).isEqualTo("[]");
    assertThat(at(UUID.randomUUID()).get("/meal-counts").code()).isEqualTo("conference-unknown");
  }
}
