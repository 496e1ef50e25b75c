package org.huiwu.catering.meal.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.huiwu.catering.meal.ChangeMeal;
import org.huiwu.catering.meal.Meal;
import org.huiwu.catering.meal.MealPlanning;
import org.huiwu.catering.meal.Meals;
import org.huiwu.catering.meal.PlanMeal;
import org.huiwu.catering.upstream.Conferences;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.command.Shown;
import org.huiwu.platform.web.command.Versioned;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Meals at the catering desk.
@RestController
@RequestMapping("/conferences/{conference}/meals")
class MealController {
  private static final Shown<Meal, MealView> SHOWN = new Shown<>(MealView::of, Meal::version);

  private final ChangeDesk desk;
  private final Conferences conferences;
  private final Meals meals;
  private final MealPlanning planning;

  MealController(ChangeDesk desk, Conferences conferences, Meals meals, MealPlanning planning) {
    this.desk = desk;
    this.conferences = conferences;
    this.meals = meals;
    this.planning = planning;
  }

  @Allowed("read-meals")
  @GetMapping
  List<MealView> meals(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return meals.all(conference).stream().map(MealView::of).toList();
  }

  @Allowed("read-meals")
  @GetMapping("/{code}")
  ResponseEntity<MealView> meal(@PathVariable UUID conference, @PathVariable String code) {
    return SHOWN.answer(get(conference, code));
  }

  @Allowed("plan-meals")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Answered<List<MealView>> planMeals(
      @PathVariable UUID conference,
      @RequestBody List<@NotNull @Valid PlanMeal> body,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "plan-meals",
        scope -> {
          conferences.mustExist(conference);
          return Reply.createdAll(planning.plan(scope, body).stream().map(MealView::of).toList());
        });
  }

  @Allowed("change-meal")
  @PatchMapping("/{code}")
  Answered<MealView> changeMeal(
      @PathVariable UUID conference,
      @PathVariable String code,
      @RequestBody @Valid ChangeMeal body,
      @Versioned CommandRequest request) {
    return onMeal(
        request,
        conference,
        code,
        "change-meal",
        (scope, meal) -> planning.change(scope, meal, body));
  }

  @Allowed("cancel-meal")
  @DeleteMapping("/{code}")
  Answered<MealView> cancelMeal(
      @PathVariable UUID conference, @PathVariable String code, @Versioned CommandRequest request) {
    return onMeal(request, conference, code, "cancel-meal", planning::cancel);
  }

  private Answered<MealView> onMeal(
      CommandRequest request,
      UUID conference,
      String code,
      String action,
      BiFunction<ChangeScope, Meal, Meal> work) {
    return desk.edit(request, conference, action, () -> get(conference, code), SHOWN, work);
  }

  private Meal get(UUID conference, String code) {
    conferences.mustExist(conference);
    return meals.get(conference, code);
  }
}
