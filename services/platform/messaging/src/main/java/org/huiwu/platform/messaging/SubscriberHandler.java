package org.huiwu.platform.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/// A service's reaction to others' changesets: upstream facts if newer, decisions of its own, the
/// lines of the subjects touched, one changeset of its own or none, and a receipt, in one
/// transaction.
final class SubscriberHandler implements ChangesetHandler {
  private final Arrivals arrivals;
  private final Outbox outbox;
  private final Parking parking;
  private final Map<String, StateListener<?>> listeners = new HashMap<>();
  private final List<ScopeCompletion> completions;
  private final WakeUp relay;
  private final String service;
  private final List<String> owners;

  SubscriberHandler(
      JdbcTemplate jdbc,
      Outbox outbox,
      Parking parking,
      List<StateListener<?>> listeners,
      List<ScopeCompletion> completions,
      WakeUp relay,
      Subscriptions subscriptions,
      String service) {
    this.arrivals = new Arrivals(jdbc);
    this.outbox = outbox;
    this.parking = parking;
    this.completions = completions;
    this.relay = relay;
    this.service = service;
    this.owners = List.copyOf(subscriptions.ownersReadBy(service));
    listeners.forEach(l -> this.listeners.put(l.aggregate(), l));
    if (!this.listeners.keySet().equals(subscriptions.of(service))) {
      throw new IllegalStateException(
          service
              + " listens to "
              + this.listeners.keySet()
              + " but services/contracts subscribes it to "
              + subscriptions.of(service));
    }
  }

  @Override
  public List<String> owners() {
    return owners;
  }

  @Override
  public boolean concerns(Changeset changeset) {
    return changeset.subscribers().contains(service);
  }

  @Override
  public void on(UUID conference, List<Changeset> changesets, boolean carefully) {
    changesets.forEach(c -> take(c, carefully));
  }

  @Override
  public void committed(UUID conference) {
    relay.wake();
  }

  private void take(Changeset changeset, boolean carefully) {
    var groups = byAggregate(changeset);
    var news = arrivals.take(changeset, groups.values().stream().flatMap(List::stream).toList());
    if (!news.firstSeen()) {
      return;
    }
    Map<String, List<Changeset.AggregateState>> newer = new LinkedHashMap<>();
    List<Changeset.Parked> unparked = new ArrayList<>();
    groups.forEach((aggregate, states) -> {
      var fresh = states.stream().filter(news::newer).toList();
      if (news.anyParked()) {
        unparked.addAll(parking.superseded(changeset.conference(), aggregate, fresh));
      }
      newer.put(aggregate, fresh);
    });
    List<Changeset.Parked> parked = new ArrayList<>();
    var scope =
        carefully ? takeCarefully(changeset, newer, parked) : takeTogether(changeset, newer);
    List<UUID> emitted = scope.isEmpty() ? List.of() : List.of(scope.id());
    outbox.append(
        scope, List.of(new Changeset.Receipt(changeset.id(), service, emitted, parked, unparked)));
  }

  /// Takes in what is newer than what was known, for somebody who only wants to know again what was
  /// said: no lines are computed, nothing is decided for good, no receipt is given.
  ///
  /// @return how many states were newer
  int learn(Changeset changeset) {
    var groups = byAggregate(changeset);
    var news = arrivals.take(changeset, groups.values().stream().flatMap(List::stream).toList());
    if (!news.firstSeen()) {
      return 0;
    }
    var scope = scopeOf(changeset);
    var learnt = 0;
    for (var group : groups.entrySet()) {
      var fresh = group.getValue().stream().filter(news::newer).toList();
      if (!fresh.isEmpty()) {
        hear(group.getKey(), fresh, scope);
        learnt += fresh.size();
      }
    }
    return learnt;
  }

  private ChangeScope scopeOf(Changeset cause) {
    return new ChangeScope(
        ChangeLog.derived(cause.id(), service),
        cause.conference(),
        cause.root(),
        cause.id(),
        cause.service(),
        Changeset.Part.WHOLE,
        null);
  }

  private ChangeScope takeTogether(
      Changeset changeset, Map<String, List<Changeset.AggregateState>> newer) {
    var scope = scopeOf(changeset);
    newer.forEach((aggregate, states) -> {
      if (!states.isEmpty()) {
        hear(aggregate, states, scope);
      }
    });
    completions.forEach(c -> c.complete(scope));
    return scope;
  }

  /// State by state, each that fails is parked; where the lines cannot be computed then, all are.
  private ChangeScope takeCarefully(
      Changeset changeset,
      Map<String, List<Changeset.AggregateState>> newer,
      List<Changeset.Parked> parked) {
    var scope = scopeOf(changeset);
    var failure =
        parking.attempt(() -> {
          newer.forEach((aggregate, states) ->
              states.forEach(s -> {
                var before = scope.mark();
                parking
                    .attempt(() -> hear(aggregate, List.of(s), scope))
                    .ifPresent(e -> {
                      scope.backTo(before);
                      parked.add(parking.park(changeset, s, e));
                    });
              }));
          completions.forEach(c -> c.complete(scope));
        });
    if (failure.isEmpty()) {
      return scope;
    }
    parked.clear();
    newer
        .values()
        .forEach(
            states -> states.forEach(s -> parked.add(parking.park(changeset, s, failure.get()))));
    return scopeOf(changeset);
  }

  private Map<String, List<Changeset.AggregateState>> byAggregate(Changeset changeset) {
    Map<String, List<Changeset.AggregateState>> groups = new LinkedHashMap<>();
    changeset.states().stream()
        .filter(s -> listeners.containsKey(s.aggregate()))
        .forEach(s -> groups.computeIfAbsent(s.aggregate(), _ -> new ArrayList<>()).add(s));
    return groups;
  }

  void hear(String aggregate, List<Changeset.AggregateState> states, ChangeScope scope) {
    var listener = listeners.get(aggregate);
    if (listener != null) {
      tell(listener, states, scope);
    }
  }

  private <T> void tell(
      StateListener<T> listener, List<Changeset.AggregateState> states, ChangeScope scope) {
    listener.on(
        states.stream()
            .map(s ->
                new StateListener.UpstreamState<>(
                    s.id(), s.version(), s.event(), s.state().as(listener.type())))
            .toList(),
        scope);
  }
}
