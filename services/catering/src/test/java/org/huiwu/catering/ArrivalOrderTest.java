package org.huiwu.catering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.huiwu.catering.meal.MealPlanning;
import org.huiwu.catering.meal.PlanMeal;
import org.huiwu.platform.conversations.ArrivalOrders;
import org.huiwu.platform.manifests.Manifests;
import org.huiwu.platform.messaging.ChangeLog;
import org.huiwu.platform.messaging.StateListener;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Services hear of each other in any order: whatever it is, the orders come out the same, and what
/// is stored is what a computation from the start would say.
class ArrivalOrderTest extends RealServers {
  private static final int ORDERS = 60;

  private static final List<String> SUBJECTS =
      List.of(
          "p/host",
          "p/wife",
          "p/guide",
          "p/gone",
          "p/late",
          "meal/LUNCH",
          "meal/DINNER-1",
          "meal/DINNER-3",
          "meal/PICNIC",
          "meal/BANQUET");

  @Autowired private ChangeLog changes;
  @Autowired private List<StateListener<?>> listeners;
  @Autowired private MealPlanning planning;
  @Autowired private Manifests manifests;

  @Test
  void the_order_in_which_facts_arrive_does_not_matter() {
    var orders = told().outcome(ORDERS, SUBJECTS, this::lines);
    assertThat(orders)
        .containsEntry("meal:LUNCH", Map.of("halal", "1", "normal", "2"))
        .containsEntry("meal:DINNER-1", Map.of("normal", "1"))
        .containsEntry("meal:DINNER-3", Map.of("vegetarian", "1"))
        .containsEntry("meal:PICNIC", Map.of("normal", "1"))
        .containsEntry("meal:BANQUET", Map.of("halal", "1"));
  }

  /// `count` of each line of each manifest.
  private Map<String, Map<String, String>> lines(UUID conference) {
    Map<String, Map<String, String>> orders = new TreeMap<>();
    for (var head : manifests.heads(conference)) {
      Map<String, String> counts = new TreeMap<>();
      manifests
          .find(conference, head.manifest())
          .orElseThrow()
          .lines()
          .forEach((line, fields) -> counts.put(line, fields.getOrDefault("count", "")));
      orders.put(head.manifest(), counts);
    }
    return orders;
  }

  private ArrivalOrders told() {
    var story = new ArrivalOrders(changes, listeners);
    var hotel = story.hears(States.hotel("H1", 1, false), States.hotel("H3", 1, false));
    var lodging = story.hears(States.lodging(1, "H1", ""));
    story.hearsAfter(
        lodging, States.lodging(2, "H1", "{\"hotel\": \"H3\", \"from\": \"2026-06-10\"}"));
    var route = story.hears(States.route("R1", 1, "2026-06-09T08:00", "2026-06-09T09:00", false));
    story.hearsAfter(route, States.route("R1", 2, "2026-06-09T14:00", "2026-06-10T19:00", false));
    var dates = story.hears(States.conference(1, "2026-06-08T08:00", "2026-06-09T12:00"));
    story.hearsAfter(dates, States.conference(2, "2026-06-08T08:00", "2026-06-11T18:00"));
    people(story);
    story.does(
        "meals",
        scope ->
            planning.plan(
                scope,
                List.of(
                    meal("LUNCH", "2026-06-09T12:00", "hotel:H1"),
                    meal("DINNER-1", "2026-06-09T19:00", "hotel:H1"),
                    meal("DINNER-3", "2026-06-10T20:00", "hotel:H3"),
                    meal("PICNIC", "2026-06-09T19:00", "route:R1"),
                    meal("BANQUET", "2026-06-09T13:00", "rank:2"))),
        hotel,
        route);
    return story;
  }

  private void people(ArrivalOrders story) {
    var host =
        story.hears(
            States.participant("host", 1, "participant-registered", "", 2, true, "halal"),
            States.itinerary("host", 1, "", ""));
    story.hearsAfter(host, States.itinerary("host", 2, "", "2026-06-09T18:00"));
    story.hears(
        States.participant("wife", 1, "companion-added", "host", 1, true, "normal", "", true),
        States.itinerary("wife", 1, "", "2026-06-10T12:00"));
    var guide =
        story.hears(
            States.participant(
                "guide", 1, "participant-registered", "", 3, true, "normal", "R1", false),
            States.itinerary("guide", 1, "2026-06-09T11:00", "2026-06-10T19:30"));
    story.hearsAfter(
        guide,
        States.participant(
            "guide", 2, "participant-corrected", "", 4, true, "vegetarian", "R1", false));
    var gone =
        story.hears(
            States.participant("gone", 1, "participant-registered", "", 1, true, "normal"),
            States.itinerary("gone", 1, "", ""));
    story.hearsAfter(
        gone, States.participant("gone", 2, "participant-withdrawn", "", 1, false, "normal"));
    story.hears(
        States.participant(
            "late", 1, "participant-registered", "", 3, true, "vegetarian", "R1", false),
        States.itinerary("late", 1, "2026-06-10T19:30", ""));
    story.hears(States.membership("guide", 1, "member-placed", "R1", false));
    story.hears(States.membership("late", 1, "member-placed", "", false));
    story.hears(States.membership("gone", 1, "member-placed", "R1", false));
    var wife = story.hears(States.membership("wife", 1, "member-placed", "R1", false));
    story.hearsAfter(wife, States.membership("wife", 2, "called-absent", "R1", true));
  }

  private static PlanMeal meal(String code, String starts, String scope) {
    var time = LocalDateTime.parse(starts);
    return new PlanMeal(code, time, time.minusHours(3), "K1", scope, "");
  }
}
