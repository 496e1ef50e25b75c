package org.huiwu.catering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.huiwu.catering.meal.MealPlanning;
import org.huiwu.catering.meal.PlanMeal;
import org.huiwu.platform.manifests.Manifests;
import org.huiwu.platform.messaging.ChangeLog;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.messaging.StateListener;
import org.huiwu.platform.messaging.StateListener.UpstreamState;
import org.huiwu.platform.messaging.WireJson;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Services hear of each other in any order: whatever it is, the orders come out the same, and what
/// is stored is what a computation from the start would say.
class ArrivalOrderTest extends RealServers {
  private static final int ORDERS = 60;
  private static final Origin ORIGIN = new Origin("test", "tester", "test", null, Instant.EPOCH);

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

  /// @param after the names of steps that come before this one
  private record Step(String name, List<String> after, Consumer<ChangeScope> work) {}

  @Autowired private ChangeLog changes;
  @Autowired private List<StateListener<?>> listeners;
  @Autowired private MealPlanning planning;
  @Autowired private Manifests manifests;

  @Test
  void the_order_in_which_facts_arrive_does_not_matter() {
    var expected = play(steps());
    assertThat(expected)
        .containsEntry("meal:LUNCH", Map.of("halal", "1", "normal", "2"))
        .containsEntry("meal:DINNER-1", Map.of("normal", "1"))
        .containsEntry("meal:DINNER-3", Map.of("vegetarian", "1"))
        .containsEntry("meal:PICNIC", Map.of("normal", "1"))
        .containsEntry("meal:BANQUET", Map.of("halal", "1"));
    for (int seed = 0; seed < ORDERS; seed++) {
      var order = shuffled(steps(), new Random(seed));
      assertThat(play(order))
          .as("seed %d: %s", seed, order.stream().map(Step::name).toList())
          .isEqualTo(expected);
    }
  }

  /// Plays the steps as changes of a conference of its own, and answers the orders' lines.
  private Map<String, Map<String, String>> play(List<Step> steps) {
    var conference = UUID.randomUUID();
    for (var step : steps) {
      change(conference, step.work());
    }
    var again = change(conference, scope -> scope.touch(SUBJECTS));
    assertThat(again).as("what a computation from the start changes").isEmpty();
    Map<String, Map<String, String>> orders = new TreeMap<>();
    for (var head : manifests.heads(conference)) {
      Map<String, String> counts = new TreeMap<>();
      manifests
          .find(conference, head.manifest())
          .orElseThrow()
          .lines()
          .forEach((diet, fields) -> counts.put(diet, fields.getOrDefault("count", "")));
      orders.put(head.manifest(), counts);
    }
    return orders;
  }

  private Optional<UUID> change(UUID conference, Consumer<ChangeScope> work) {
    return changes
        .change(
            conference,
            ORIGIN,
            scope -> {
              work.accept(scope);
              return "";
            })
        .change();
  }

  private static List<Step> shuffled(List<Step> steps, Random random) {
    List<Step> waiting = new ArrayList<>(steps);
    List<Step> order = new ArrayList<>();
    List<String> done = new ArrayList<>();
    while (!waiting.isEmpty()) {
      var ready = waiting.stream().filter(s -> done.containsAll(s.after())).toList();
      var next = ready.get(random.nextInt(ready.size()));
      waiting.remove(next);
      order.add(next);
      done.add(next.name());
    }
    return order;
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    var hotel =
        heard(steps, Optional.empty(), States.hotel("H1", 1, false), States.hotel("H3", 1, false));
    var lodging = heard(steps, Optional.empty(), States.lodging(1, "H1", ""));
    heard(
        steps,
        Optional.of(lodging),
        States.lodging(2, "H1", "{\"hotel\": \"H3\", \"from\": \"2026-06-10\"}"));
    var route =
        heard(
            steps,
            Optional.empty(),
            States.route("R1", 1, "2026-06-09T08:00", "2026-06-09T09:00", false));
    heard(
        steps,
        Optional.of(route),
        States.route("R1", 2, "2026-06-09T14:00", "2026-06-10T19:00", false));
    var dates =
        heard(
            steps, Optional.empty(), States.conference(1, "2026-06-08T08:00", "2026-06-09T12:00"));
    heard(steps, Optional.of(dates), States.conference(2, "2026-06-08T08:00", "2026-06-11T18:00"));
    people(steps);
    steps.add(
        new Step(
            "meals",
            List.of(hotel, route),
            scope ->
                planning.plan(
                    scope,
                    List.of(
                        meal("LUNCH", "2026-06-09T12:00", "hotel:H1"),
                        meal("DINNER-1", "2026-06-09T19:00", "hotel:H1"),
                        meal("DINNER-3", "2026-06-10T20:00", "hotel:H3"),
                        meal("PICNIC", "2026-06-09T19:00", "route:R1"),
                        meal("BANQUET", "2026-06-09T13:00", "rank:2")))));
    return steps;
  }

  private void people(List<Step> steps) {
    var host =
        heard(
            steps,
            Optional.empty(),
            States.participant("host", 1, "participant-registered", "", 2, true, "halal"),
            States.itinerary("host", 1, "", ""));
    heard(steps, Optional.of(host), States.itinerary("host", 2, "", "2026-06-09T18:00"));
    heard(
        steps,
        Optional.empty(),
        States.participant("wife", 1, "companion-added", "host", 1, true, "normal"),
        States.itinerary("wife", 1, "", "2026-06-10T12:00"));
    var guide =
        heard(
            steps,
            Optional.empty(),
            States.participant("guide", 1, "participant-registered", "", 3, true, "normal"),
            States.itinerary("guide", 1, "2026-06-09T11:00", "2026-06-10T19:30"));
    heard(
        steps,
        Optional.of(guide),
        States.participant("guide", 2, "participant-corrected", "", 4, true, "vegetarian"));
    var gone =
        heard(
            steps,
            Optional.empty(),
            States.participant("gone", 1, "participant-registered", "", 1, true, "normal"),
            States.itinerary("gone", 1, "", ""));
    heard(
        steps,
        Optional.of(gone),
        States.participant("gone", 2, "participant-withdrawn", "", 1, false, "normal"));
    heard(
        steps,
        Optional.empty(),
        States.participant("late", 1, "participant-registered", "", 3, true, "vegetarian"),
        States.itinerary("late", 1, "2026-06-10T19:30", ""));
    heard(steps, Optional.empty(), States.membership("guide", 1, "member-placed", "R1", false));
    heard(steps, Optional.empty(), States.membership("gone", 1, "member-placed", "R1", false));
    var wife =
        heard(steps, Optional.empty(), States.membership("wife", 1, "member-placed", "R1", false));
    heard(steps, Optional.of(wife), States.membership("wife", 2, "called-absent", "R1", true));
  }

  /// Adds the step in which catering hears these states, and answers its name.
  private String heard(List<Step> steps, Optional<String> after, AggregateState... states) {
    var name = states[0].aggregate() + '/' + states[0].id() + '@' + states[0].version();
    steps.add(
        new Step(
            name,
            after.stream().toList(),
            scope -> Stream.of(states).forEach(state -> tell(state, scope))));
    return name;
  }

  private void tell(AggregateState state, ChangeScope scope) {
    listeners.stream()
        .filter(l -> l.aggregate().equals(state.aggregate()))
        .forEach(l -> tell(l, state, scope));
  }

  private static <T> void tell(StateListener<T> listener, AggregateState state, ChangeScope scope) {
    var heard = WireJson.mapper().treeToValue(state.state(), listener.type());
    listener.on(
        List.of(new UpstreamState<>(state.id(), state.version(), state.event(), heard)), scope);
  }

  private static PlanMeal meal(String code, String starts, String scope) {
    var time = LocalDateTime.parse(starts);
    return new PlanMeal(code, time, time.minusHours(3), "K1", scope, "");
  }
}
