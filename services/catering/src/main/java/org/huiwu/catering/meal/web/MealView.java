package org.huiwu.catering.meal.web;

import java.time.LocalDateTime;
import org.huiwu.catering.meal.Meal;

/// A meal as the catering desk sees it; `version` is what If-Match asks for.
record MealView(
    String code,
    LocalDateTime starts,
    LocalDateTime cutoff,
    String kitchen,
    String scope,
    String contact,
    boolean cancelled,
    long version) {

  static MealView of(Meal meal) {
    return new MealView(
        meal.code(),
        meal.starts(),
        meal.cutoff(),
        meal.kitchen(),
        meal.scope().text(),
        meal.contact(),
        meal.cancelled(),
        meal.version());
  }
}
