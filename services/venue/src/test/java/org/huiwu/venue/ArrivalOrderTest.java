package org.huiwu.venue;

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
import org.huiwu.platform.manifests.Manifests;
import org.huiwu.platform.messaging.ChangeLog;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.messaging.StateListener;
import org.huiwu.platform.messaging.StateListener.UpstreamState;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.venue.session.PlanSession;
import org.huiwu.venue.session.SessionPlanning;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Whatever the order in which facts arrive (after parking, or sent again), the seats come out the
/// same, and what is stored is what a computation from the start would say.
class ArrivalOrderTest extends RealServers {
  private static final int ORDERS = 60;
  private static final Origin ORIGIN = new Origin("test", "tester", "test", null, Instant.EPOCH);

  private static final List<String> SUBJECTS =
      List.of("p/host", "p/wife", "p/gone", "p/late", "session/OPENING", "session/CLOSING");

  /// @param after the names of steps that come before this one
  private record Step(String name, List<String> after, Consumer<ChangeScope> work) {}

  @Autowired private ChangeLog changes;
  @Autowired private List<StateListener<?>> listeners;
  @Autowired private SessionPlanning planning;
  @Autowired private Manifests manifests;

  @Test
  void the_order_in_which_facts_arrive_does_not_matter() {
    var expected = play(steps());
    assertThat(expected)
        .containsEntry("session:OPENING", Map.of("GD", "1"))
        .containsEntry("session:CLOSING", Map.of("BJ", "1", "GD", "1"));
    for (int seed = 0; seed < ORDERS; seed++) {
      var order = shuffled(steps(), new Random(seed));
      assertThat(play(order))
          .as("seed %d: %s", seed, order.stream().map(Step::name).toList())
          .isEqualTo(expected);
    }
  }

  /// Plays the steps as changes of a conference of its own, and answers the sessions' lines.
  private Map<String, Map<String, String>> play(List<Step> steps) {
    var conference = UUID.randomUUID();
    for (var step : steps) {
      change(conference, step.work());
    }
    var again = change(conference, scope -> scope.touch(SUBJECTS));
    assertThat(again).as("what a computation from the start changes").isEmpty();
    Map<String, Map<String, String>> sessions = new TreeMap<>();
    for (var head : manifests.heads(conference)) {
      Map<String, String> seats = new TreeMap<>();
      manifests
          .find(conference, head.manifest())
          .orElseThrow()
          .lines()
          .forEach((line, fields) -> seats.put(line, fields.getOrDefault("seats", "")));
      sessions.put(head.manifest(), seats);
    }
    return sessions;
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
    var dates =
        heard(
            steps, Optional.empty(), States.conference(1, "2026-06-10T08:00", "2026-06-10T09:00"));
    heard(steps, Optional.of(dates), States.conference(2, "2026-06-08T08:00", "2026-06-11T18:00"));
    heard(steps, Optional.empty(), States.delegation("GD", 1, "广东"));
    var host = heard(steps, Optional.empty(), States.delegate("host", "GD"));
    heard(
        steps,
        Optional.of(host),
        States.participant("host", 2, "participant-corrected", "GD", "", true));
    heard(
        steps,
        Optional.empty(),
        States.participant("wife", 1, "companion-added", "GD", "host", true));
    var gone = heard(steps, Optional.empty(), States.delegate("gone", "BJ"));
    heard(
        steps,
        Optional.of(gone),
        States.participant("gone", 2, "participant-withdrawn", "BJ", "", false));
    heard(steps, Optional.empty(), States.delegate("late", "BJ"));
    var leg = heard(steps, Optional.empty(), States.itinerary("late", 1, "2026-06-11T12:00", ""));
    heard(steps, Optional.of(leg), States.itinerary("late", 2, "2026-06-10T12:00", ""));
    heard(steps, Optional.empty(), States.itinerary("host", 1, "", ""));
    steps.add(
        new Step(
            "sessions",
            List.of(),
            scope ->
                planning.plan(
                    scope,
                    List.of(
                        session("OPENING", "2026-06-09T09:00"),
                        session("CLOSING", "2026-06-11T09:00")))));
    return steps;
  }

  /// Adds the step in which venue hears these states, and answers its name.
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

  private static PlanSession session(String code, String starts) {
    return new PlanSession(code, "会议", "HALL-1", LocalDateTime.parse(starts), "");
  }
}
