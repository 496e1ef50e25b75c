package org.huiwu.catering.meal;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.huiwu.catering.meal.MealScope.OfHotel;
import org.huiwu.catering.meal.MealScope.OfRank;
import org.huiwu.catering.meal.MealScope.OfRoute;
import org.huiwu.catering.subject.Subject;
import org.huiwu.catering.upstream.Hotels;
import org.huiwu.catering.upstream.People;
import org.huiwu.catering.upstream.Routes;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.springframework.stereotype.Service;

/// Planning, changing and cancelling meals. A meal counts everybody it is for at once, also when it
/// is added in the middle of the conference.
@Service
public class MealPlanning {
  static final String AGGREGATE = "catering.meal";

  /// A meal as it travels.
  record MealState(
      String code,
      LocalDateTime starts,
      LocalDateTime cutoff,
      String kitchen,
      String scope,
      String contact,
      boolean cancelled) {}

  private final Meals meals;
  private final Hotels hotels;
  private final Routes routes;
  private final People people;

  MealPlanning(Meals meals, Hotels hotels, Routes routes, People people) {
    this.meals = meals;
    this.hotels = hotels;
    this.routes = routes;
    this.people = people;
  }

  /// Plans all of them or none.
  public List<Meal> plan(ChangeScope scope, List<PlanMeal> plans) {
    refuseTaken(scope.conference(), plans.stream().map(PlanMeal::code).toList());
    List<Meal> planned = new ArrayList<>();
    for (var plan : plans) {
      planned.add(
          new Meal(
              plan.code(),
              plan.starts(),
              plan.cutoff(),
              plan.kitchen(),
              knownScope(scope.conference(), plan.scope()),
              Objects.requireNonNullElse(plan.contact(), ""),
              false,
              1));
    }
    meals.store(scope.conference(), planned);
    planned.forEach(m -> publish(scope, m, "meal-planned"));
    touchThose(scope, planned.stream().map(Meal::scope).toList());
    return planned;
  }

  public Meal change(ChangeScope scope, Meal current, ChangeMeal change) {
    if (current.cancelled()) {
      throw new Conflict("meal-cancelled", current.code());
    }
    var changed =
        current.changedTo(
            Objects.requireNonNullElse(change.starts(), current.starts()),
            Objects.requireNonNullElse(change.cutoff(), current.cutoff()),
            Objects.requireNonNullElse(change.kitchen(), current.kitchen()),
            change.scope() == null || change.scope().equals(current.scope().text())
                ? current.scope()
                : knownScope(scope.conference(), change.scope()),
            Objects.requireNonNullElse(change.contact(), current.contact()));
    if (changed.equals(current)) {
      return current;
    }
    meals.store(scope.conference(), List.of(changed));
    publish(scope, changed, "meal-changed");
    if (!changed.starts().equals(current.starts()) || !changed.scope().equals(current.scope())) {
      touchThose(scope, List.of(current.scope(), changed.scope()));
    }
    return changed;
  }

  public Meal cancel(ChangeScope scope, Meal current) {
    var cancelled = current.cancel();
    if (!cancelled.equals(current)) {
      meals.store(scope.conference(), List.of(cancelled));
      publish(scope, cancelled, "meal-cancelled");
      touchThose(scope, List.of(current.scope()));
    }
    return cancelled;
  }

  private void refuseTaken(UUID conference, List<String> codes) {
    Set<String> taken = new HashSet<>();
    meals.of(conference, codes).forEach(m -> taken.add(m.code()));
    for (var code : codes) {
      if (!taken.add(code)) {
        throw new Conflict("meal-exists", code);
      }
    }
  }

  private MealScope knownScope(UUID conference, String text) {
    var scope = MealScope.parse(text).orElseThrow(() -> new Refused("scope-unknown", text));
    switch (scope) {
      case OfHotel(var hotel) when !hotels.isOpen(conference, hotel) ->
          throw new Refused("hotel-unknown", hotel);
      case OfRoute(var route) when !routes.isOpen(conference, route) ->
          throw new Refused("route-unknown", route);
      case OfHotel _, OfRoute _, OfRank _ -> {}
    }
    return scope;
  }

  private static void publish(ChangeScope scope, Meal meal, String event) {
    scope.changed(AGGREGATE, meal.code(), meal.version(), event, state(meal));
    scope.touch(Subject.MEAL.of(meal.code()));
  }

  static MealState state(Meal meal) {
    return new MealState(
        meal.code(),
        meal.starts(),
        meal.cutoff(),
        meal.kitchen(),
        meal.scope().text(),
        meal.contact(),
        meal.cancelled());
  }

  /// Whoever is counted at a meal, was or will be, is among those whom its scope names.
  private void touchThose(ChangeScope scope, List<MealScope> scopes) {
    for (var named : new HashSet<>(scopes)) {
      scope.touch(
          switch (named) {
            case OfHotel(var hotel) -> people.everLodgingIn(scope.conference(), hotel);
            case OfRank(var rank) -> people.ofRank(scope.conference(), rank);
            case OfRoute(var route) -> people.onRoute(scope.conference(), route);
          });
    }
  }
}
