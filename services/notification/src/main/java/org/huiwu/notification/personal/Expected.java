package org.huiwu.notification.personal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huiwu.notification.personal.Programme.PlannedMeal;
import org.huiwu.notification.personal.Programme.Route;
import org.jspecify.annotations.Nullable;

/// At which meals somebody is expected, by FORMAT.md's scopes: on their route, by their rank, in
/// the hotel where they sleep. Nobody's lists of meals have names: a meal at a hotel where the
/// person is not known to sleep is never guessed.
///
/// @param routes those that the person is on
/// @param rooms null: not to be told; then no hotel's meal is
/// @param journey null: not to be told
record Expected(
    Delegate delegate,
    Collection<Route> routes,
    @Nullable List<PersonalPage.Room> rooms,
    Delegate.@Nullable Journey journey) {
  /// A breakfast is had where one slept (FORMAT.md, Scope `hotel:H`).
  private static final int MORNING_ENDS = 10;

  Optional<PersonalPage.Meal> at(PlannedMeal meal) {
    var colon = meal.scope().indexOf(':');
    var scope = meal.scope().substring(0, Math.max(0, colon));
    var whom = meal.scope().substring(colon + 1);
    var away = routes.stream().anyMatch(r -> r.isUnderwayAt(meal.starts()));
    var expected =
        switch (scope) {
          case "route" -> away && routes.stream().anyMatch(r -> r.code().equals(whom));
          case "rank" ->
              !away && !delegate.companion() && delegate.rank() <= Integer.parseInt(whom);
          case "hotel" -> !away && sleepsAt(whom, meal.starts());
          default -> false;
        };
    return expected
        ? Optional.of(
            new PersonalPage.Meal(
                meal.code(), meal.starts(), meal.kitchen(), scope, isAbsentAt(meal.starts())))
        : Optional.empty();
  }

  /// On the day of a move the new hotel is the one in force (FORMAT.md, `rehouse`), though the stay
  /// in the old one ends that day.
  private boolean sleepsAt(String hotel, LocalDateTime starts) {
    var date = night(starts);
    return rooms != null
        && rooms.stream()
            .filter(r -> !date.isBefore(r.from()) && !date.isAfter(r.to()))
            .max(Comparator.comparing(PersonalPage.Room::from))
            .filter(r -> r.hotel().equals(hotel))
            .isPresent();
  }

  private static LocalDate night(LocalDateTime starts) {
    return starts.getHour() < MORNING_ENDS
        ? starts.toLocalDate().minusDays(1)
        : starts.toLocalDate();
  }

  /// Known to come later, or to have left.
  boolean isAbsentAt(LocalDateTime time) {
    if (journey == null) {
      return false;
    }
    var arrives = journey.arrival().time();
    var departs = journey.departure().time();
    return arrives != null && arrives.isAfter(time) || departs != null && !time.isBefore(departs);
  }
}
