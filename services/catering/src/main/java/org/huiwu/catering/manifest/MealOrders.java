package org.huiwu.catering.manifest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.catering.meal.Meals;
import org.huiwu.catering.subject.Subject;
import org.huiwu.platform.manifests.Contribution;
import org.huiwu.platform.manifests.Contributions;
import org.springframework.stereotype.Component;

/// What meals and people contribute to the meal orders, `meal:<code>`.
@Component
class MealOrders implements Contributions {
  private final Meals meals;
  private final CateringFacts facts;

  MealOrders(Meals meals, CateringFacts facts) {
    this.meals = meals;
    this.facts = facts;
  }

  @Override
  public Collection<String> subjects(UUID conference) {
    List<String> all = new ArrayList<>(Subject.PERSON.of(facts.people(conference)));
    meals.all(conference).forEach(m -> all.add(Subject.MEAL.of(m.code())));
    return all;
  }

  @Override
  public Map<String, List<Contribution>> of(UUID conference, Collection<String> subjects) {
    var all = meals.all(conference);
    Map<String, List<Contribution>> contributions = new HashMap<>();
    var codes = new HashSet<>(Subject.MEAL.among(subjects));
    all.stream()
        .filter(m -> codes.contains(m.code()))
        .forEach(m -> contributions.put(Subject.MEAL.of(m.code()), MealCounts.header(m)));
    var people = Subject.PERSON.among(subjects);
    if (!people.isEmpty()) {
      facts
          .counts(conference, all)
          .ifPresent(counts ->
              facts
                  .guests(conference, people)
                  .forEach(g -> contributions.put(Subject.PERSON.of(g.person()), counts.of(g))));
    }
    return contributions;
  }
}
