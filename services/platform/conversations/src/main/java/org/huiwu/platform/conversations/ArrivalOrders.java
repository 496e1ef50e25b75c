package org.huiwu.platform.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.huiwu.platform.messaging.ChangeLog;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.messaging.StateListener;
import org.huiwu.platform.messaging.StateListener.UpstreamState;

/// Steps that a service takes in any order (services hear of each other as it happens, after
/// parking, or again): each order in a conference of its own, and all must come out the same.
public final class ArrivalOrders {
  private static final Origin ORIGIN = new Origin("test", "tester", "test", null, Instant.EPOCH);

  /// @param after the names of steps that come before this one
  private record Step(String name, List<String> after, Consumer<ChangeScope> work) {}

  private final ChangeLog changes;
  private final List<StateListener<?>> listeners;
  private final List<Step> steps = new ArrayList<>();

  public ArrivalOrders(ChangeLog changes, List<StateListener<?>> listeners) {
    this.changes = changes;
    this.listeners = listeners;
  }

  /// The service hears these states, together, at any time.
  ///
  /// @return the step's name
  public String hears(AggregateState... states) {
    return hearsOf(states, List.of());
  }

  /// The service hears these states, together, at any time after that step.
  ///
  /// @return the step's name
  public String hearsAfter(String step, AggregateState... states) {
    return hearsOf(states, List.of(step));
  }

  private String hearsOf(AggregateState[] states, List<String> after) {
    var first = states[0];
    return add(
        first.aggregate() + '/' + first.id() + '@' + first.version(),
        after,
        scope -> Arrays.stream(states).forEach(state -> tell(state, scope)));
  }

  /// The service does something of its own, at any time after those steps.
  ///
  /// @return the step's name
  public String does(String name, Consumer<ChangeScope> work, String... after) {
    return add(name, List.of(after), work);
  }

  private String add(String name, List<String> after, Consumer<ChangeScope> work) {
    assertThat(steps).extracting(Step::name).doesNotContain(name).containsAll(after);
    steps.add(new Step(name, after, work));
    return name;
  }

  /// Takes the steps as they were told, then in so many other orders. After each, what is stored
  /// must be what a computation from the start would say.
  ///
  /// @param subjects all that are to be computed from the start
  /// @param outcome what came of a conference
  /// @return what came of every one of them
  public <T> T outcome(int orders, Collection<String> subjects, Function<UUID, T> outcome) {
    var expected = outcome.apply(play(steps, subjects));
    for (int seed = 0; seed < orders; seed++) {
      var order = shuffled(new Random(seed));
      assertThat(outcome.apply(play(order, subjects)))
          .as("seed %d: %s", seed, order.stream().map(Step::name).toList())
          .isEqualTo(expected);
    }
    return expected;
  }

  private UUID play(List<Step> order, Collection<String> subjects) {
    var conference = UUID.randomUUID();
    order.forEach(step -> change(conference, step.work()));
    assertThat(change(conference, scope -> scope.touch(subjects)))
        .as("what a computation from the start changes")
        .isEmpty();
    return conference;
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

  private List<Step> shuffled(Random random) {
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

  private void tell(AggregateState state, ChangeScope scope) {
    listeners.stream()
        .filter(l -> l.aggregate().equals(state.aggregate()))
        .forEach(l -> tell(l, state, scope));
  }

  private static <T> void tell(StateListener<T> listener, AggregateState state, ChangeScope scope) {
    var heard = state.state().as(listener.type());
    listener.on(
        List.of(new UpstreamState<>(state.id(), state.version(), state.event(), heard)), scope);
  }
}
