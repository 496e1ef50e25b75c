package org.huiwu.catering.manifest;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.huiwu.catering.meal.Meal;
import org.huiwu.catering.meal.MealScope.OfHotel;
import org.huiwu.catering.meal.MealScope.OfRank;
import org.huiwu.catering.meal.MealScope.OfRoute;
import org.huiwu.catering.upstream.ConferenceDates;
import org.huiwu.catering.upstream.Lodging;
import org.huiwu.catering.upstream.Route;
import org.huiwu.platform.manifests.Contribution;
import org.huiwu.platform.messaging.WireJson;

/// Who is counted at which meal (FORMAT.md, "The rules behind the manifests"): a pure function of a
/// conference's facts. Times are the conference's local time.
///
/// @param meals the cancelled ones are passed over
/// @param routes by code
/// @param lodgings by delegation
record MealCounts(
    ConferenceDates dates,
    List<Meal> meals,
    Map<String, Route> routes,
    Map<String, Lodging> lodgings) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(WireJson.LOCAL_TIME);

  /// A meal's order as such, before anybody is counted; nothing once the meal is cancelled.
  static List<Contribution> header(Meal meal) {
    return meal.cancelled()
        ? List.of()
        : List.of(
            Contribution.header(
                meal.manifest(),
                Map.of("starts", TIME.format(meal.starts()), "kitchen", meal.kitchen())));
  }

  /// One for each meal at which the person is counted, on the line of their diet.
  List<Contribution> of(Guest guest) {
    return meals.stream()
        .filter(meal -> !meal.cancelled() && counts(meal, guest))
        .<Contribution>map(meal -> Contribution.one(meal.manifest(), guest.diet(), "count"))
        .toList();
  }

  private boolean counts(Meal meal, Guest guest) {
    if (!guest.attending() || !isPresent(guest, meal.starts())) {
      return false;
    }
    var away = isAway(guest, meal.starts());
    return switch (meal.scope()) {
      case OfHotel(var hotel) -> !away && lodgesIn(hotel, guest, meal);
      case OfRank(var rank) -> !away && !guest.companion() && guest.rank() <= rank;
      case OfRoute(var route) -> away && guest.route().equals(route);
    };
  }

  private boolean isPresent(Guest guest, LocalDateTime at) {
    var arrival = guest.arrival() == null ? dates.starts() : guest.arrival();
    var departure = guest.departure() == null ? dates.ends() : guest.departure();
    return !at.isBefore(arrival) && at.isBefore(departure);
  }

  private boolean isAway(Guest guest, LocalDateTime at) {
    var route = guest.absent() ? null : routes.get(guest.route());
    return route != null && route.isUnderWay(at);
  }

  private boolean lodgesIn(String hotel, Guest guest, Meal meal) {
    var lodging = lodgings.get(guest.delegation());
    return lodging != null && lodging.hotelOn(meal.lodgingDate()).filter(hotel::equals).isPresent();
  }
}
