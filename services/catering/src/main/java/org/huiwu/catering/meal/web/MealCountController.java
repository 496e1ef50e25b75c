package org.huiwu.catering.meal.web;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.huiwu.catering.meal.Meals;
import org.huiwu.catering.upstream.Conferences;
import org.huiwu.platform.manifests.Manifests;
import org.huiwu.platform.web.access.Allowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How many eat what at every meal, as their orders say it.
@RestController
@RequestMapping("/conferences/{conference}/meal-counts")
class MealCountController {

  /// @param meal its code; the cancelled are left out
  /// @param diets people by diet; a diet that nobody has is left out
  record MealCount(String meal, SortedMap<String, Long> diets) {}

  private final Conferences conferences;
  private final Meals meals;
  private final Manifests manifests;

  MealCountController(Conferences conferences, Meals meals, Manifests manifests) {
    this.conferences = conferences;
    this.meals = meals;
    this.manifests = manifests;
  }

  @Allowed("read-meal-counts")
  @GetMapping
  List<MealCount> counts(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    var counted = manifests.counted(conference);
    return meals.all(conference).stream()
        .filter(meal -> !meal.cancelled())
        .map(meal ->
            new MealCount(
                meal.code(), counted.getOrDefault(meal.manifest(), Collections.emptySortedMap())))
        .toList();
  }
}
