package org.huiwu.catering.meal;

import org.huiwu.platform.messaging.Restated;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The meals, said anew after a restore.
@Configuration(proxyBeanMethods = false)
class MealsRestated {

  @Bean
  Restated mealsToRestate(Meals meals) {
    return Restated.states(
        1,
        MealPlanning.AGGREGATE,
        conference ->
            meals.all(conference).stream()
                .map(m -> new Restated.Present(m.code(), m.version(), MealPlanning.state(m)))
                .toList());
  }
}
