package org.huiwu.excursion.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.huiwu.excursion.programme.Programme;
import org.huiwu.excursion.programme.Route;
import org.huiwu.excursion.programme.Stop;
import org.huiwu.excursion.service.States.Bus;
import org.huiwu.excursion.service.States.Person;
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

/// Whatever the order in which people, trips, roll-calls, diets, routes and stops come, the sites'
/// lists are the same, and what is stored is what a computation from the start would say.
class ArrivalOrderTest extends RealServers {
  private static final int ORDERS = 40;
  private static final Origin ORIGIN = new Origin("test", "tester", "test", null, Instant.EPOCH);
  private static final List<String> NOBODY = List.of();

  private static final List<String> SUBJECTS =
      Stream.concat(
              Stream.of("host", "wife", "back", "gone", "heir", "moved", "late").map(p -> "p/" + p),
              Stream.of("S1", "S1M", "S2").map(s -> "stop/" + s))
          .toList();

  /// @param after the names of steps that come before this one
  private record Step(String name, List<String> after, Consumer<ChangeScope> work) {}

  private record Site(Map<String, String> header, SortedMap<String, Map<String, String>> lines) {}

  @Autowired private ChangeLog changes;
  @Autowired private List<StateListener<?>> listeners;
  @Autowired private Programme programme;
  @Autowired private Manifests manifests;

  @Test
  void the_order_in_which_facts_arrive_does_not_matter() {
    var expected = play(steps());
    var r1 = Map.of("host", "X1A halal", "wife", "X1A ", "heir", "X1A ", "moved", "X1B normal");
    assertThat(summary(expected))
        .isEqualTo(Map.of("site:S1", r1, "site:S1M", r1, "site:S2", Map.of("late", "X2A ")));
    for (int seed = 0; seed < ORDERS; seed++) {
      var order = shuffled(steps(), new Random(seed));
      assertThat(play(order))
          .as("seed %d: %s", seed, order.stream().map(Step::name).toList())
          .isEqualTo(expected);
    }
  }

  private static Map<String, Map<String, String>> summary(Map<String, Site> sites) {
    Map<String, Map<String, String>> summary = new TreeMap<>();
    sites.forEach((manifest, site) -> {
      Map<String, String> lines = new TreeMap<>();
      site.lines().forEach((person, f) -> lines.put(person, f.get("bus") + " " + f.get("diet")));
      summary.put(manifest, lines);
    });
    return summary;
  }

  /// Plays the steps as changes of a conference of its own, and answers the sites' lists.
  private Map<String, Site> play(List<Step> steps) {
    var conference = UUID.randomUUID();
    for (var step : steps) {
      change(conference, step.work());
    }
    var again = change(conference, scope -> scope.touch(SUBJECTS));
    assertThat(again).as("what a computation from the start changes").isEmpty();
    Map<String, Site> sites = new TreeMap<>();
    for (var head : manifests.heads(conference)) {
      var whole = manifests.find(conference, head.manifest()).orElseThrow();
      var header = whole.header();
      sites.put(head.manifest(), new Site(header == null ? Map.of() : header, whole.lines()));
    }
    return sites;
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
    people(steps);
    buses(steps);
    heard(steps, "diet 1", "", States.diet("host", 1, "normal"));
    heard(steps, "diet 2", "diet 1", States.diet("host", 2, "halal"));
    heard(steps, "diet 3", "", States.diet("moved", 1, "normal"));
    planned(steps, "routes", "", scope -> programme.plan(scope, List.of(route("R1"), route("R2"))));
    planned(
        steps,
        "stops",
        "routes",
        scope -> programme.planStops(scope, List.of(stop("S1", "R1"), stop("S2", "R2"))));
    planned(
        steps,
        "stop between",
        "routes",
        scope -> programme.planStops(scope, List.of(stop("S1M", "R1"))));
    planned(
        steps,
        "retimed",
        "stops",
        scope -> {
          var stop = stop("S1", "R1");
          programme.retime(scope, stop, stop.arriving(LocalDateTime.of(2026, 6, 9, 17, 10)));
        });
    return steps;
  }

  private void people(List<Step> steps) {
    var back = Person.delegate("back", "BJ", "R1");
    var gone = Person.delegate("gone", "BJ", "R1");
    heard(steps, "host", "", Person.delegate("host", "BJ", "R1").state("participant-registered"));
    heard(steps, "wife", "", Person.companionOf("host", "wife", "XZ").state("companion-added"));
    heard(steps, "back", "", back.state("participant-registered"));
    heard(steps, "withdrawn", "back", back.withdrawn().state("participant-withdrawn"));
    heard(
        steps,
        "reinstated",
        "withdrawn",
        back.withdrawn().reinstated().state("participant-reinstated"));
    heard(steps, "gone", "", gone.state("participant-registered"));
    heard(
        steps,
        "substituted",
        "gone",
        gone.withdrawn().state("participant-withdrawn"),
        gone.substitutedBy("heir").state("participant-substituted"));
    heard(steps, "moved", "", Person.delegate("moved", "BJ", "R2").state("participant-registered"));
    heard(steps, "late", "", Person.delegate("late", "TJ", "R2").state("participant-registered"));
  }

  private void buses(List<Step> steps) {
    var a = Bus.of("X1A", "R1", 45, "BJ");
    heard(steps, "X1A", "", a.state("trip-planned"));
    heard(steps, "plate", "X1A", a.plate("桂Z9").state("vehicle-replaced"));
    heard(steps, "X1B", "", Bus.of("X1B", "R1", 45, "TJ").state("trip-planned"));
    heard(steps, "X2A", "", Bus.of("X2A", "R2", 45, "BJ", "TJ").state("trip-planned"));
    heard(
        steps,
        "call 1",
        "",
        States.rollCall("1", "X1A", 50, List.of("host"), List.of("back"), NOBODY));
    heard(
        steps,
        "call 2",
        "call 1",
        States.rollCall("2", "X1B", 55, List.of("moved"), NOBODY, List.of("moved")));
    heard(
        steps,
        "call 3",
        "call 2",
        States.rollCall("3", "X2A", 52, List.of("late"), List.of("moved", "host"), NOBODY));
  }

  private void heard(List<Step> steps, String name, String after, AggregateState... states) {
    planned(steps, name, after, scope -> Stream.of(states).forEach(state -> tell(state, scope)));
  }

  private static void planned(
      List<Step> steps, String name, String after, Consumer<ChangeScope> work) {
    steps.add(new Step(name, after.isEmpty() ? List.of() : List.of(after), work));
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

  private static Route route(String code) {
    return new Route(
        code,
        "线",
        LocalDateTime.of(2026, 6, 9, 14, 0),
        LocalDateTime.of(2026, 6, 10, 19, 0),
        false,
        1);
  }

  private static Stop stop(String code, String route) {
    return new Stop(
        code,
        route,
        1,
        "点",
        LocalDateTime.of(2026, 6, 9, 16, 30),
        LocalDateTime.of(2026, 6, 9, 18, 0),
        "",
        false,
        1);
  }
}
