package org.huiwu.platform.messaging;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/// A service's reaction to others' changesets: upstream facts if newer, decisions of its own, the
/// lines of the subjects touched, one changeset of its own or none, and a receipt, in one
/// transaction.
final class SubscriberHandler implements ChangesetHandler {
  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final Outbox outbox;
  private final Parking parking;
  private final Map<String, StateListener<?>> listeners = new HashMap<>();
  private final List<ScopeCompletion> completions;
  private final WakeUp relay;
  private final String service;
  private final List<String> owners;

  SubscriberHandler(
      JdbcTemplate jdbc,
      JsonMapper json,
      Outbox outbox,
      Parking parking,
      List<StateListener<?>> listeners,
      List<ScopeCompletion> completions,
      WakeUp relay,
      Subscriptions subscriptions,
      String service) {
    this.jdbc = jdbc;
    this.json = json;
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
    for (var changeset : changesets) {
      if (firstSeen(changeset.id())) {
        take(changeset, carefully);
      }
    }
  }

  @Override
  public void committed(UUID conference) {
    relay.wake();
  }

  private boolean firstSeen(UUID changeset) {
    return jdbc.update("insert into inbox (changeset) values (?) on conflict do nothing", changeset)
        == 1;
  }

  private void take(Changeset changeset, boolean carefully) {
    Map<String, List<Changeset.AggregateState>> newer = new LinkedHashMap<>();
    List<Changeset.Parked> unparked = new ArrayList<>();
    byAggregate(changeset)
        .forEach((aggregate, states) -> {
          var fresh = newer(changeset, aggregate, states);
          unparked.addAll(parking.superseded(changeset.conference(), aggregate, fresh));
          newer.put(aggregate, fresh);
        });
    List<Changeset.Parked> parked = new ArrayList<>();
    var scope =
        carefully ? takeCarefully(changeset, newer, parked) : takeTogether(changeset, newer);
    List<UUID> emitted = scope.isEmpty() ? List.of() : List.of(scope.id());
    outbox.append(
        scope, List.of(new Changeset.Receipt(changeset.id(), service, emitted, parked, unparked)));
  }

  private ChangeScope scopeOf(Changeset cause) {
    return new ChangeScope(
        ChangeLog.derived(cause.id(), service),
        cause.conference(),
        cause.root(),
        cause.id(),
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

  /// Those states that are newer than what was had; a late or doubled one is superseded, not an
  /// error.
  private List<Changeset.AggregateState> newer(
      Changeset changeset, String aggregate, List<Changeset.AggregateState> states) {
    int[] counts =
        jdbc.execute(
            """
            insert into upstream_version as v (conference, aggregate, id, incarnation, version)
            values (?, ?, ?, ?, ?)
            on conflict (conference, aggregate, id) do update
              set incarnation = excluded.incarnation, version = excluded.version
              where (v.incarnation, v.version) < (excluded.incarnation, excluded.version)\
            """,
            (PreparedStatement insert) -> {
              for (var s : states) {
                insert.setObject(1, changeset.conference());
                insert.setString(2, aggregate);
                insert.setString(3, s.id());
                insert.setInt(4, changeset.incarnation());
                insert.setLong(5, s.version());
                insert.addBatch();
              }
              return insert.executeBatch();
            });
    List<Changeset.AggregateState> newer = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < states.size(); i++) {
      if (counts != null && counts[i] == 1 && seen.add(states.get(i).id())) {
        newer.add(states.get(i));
      }
    }
    return newer;
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
                    s.id(), s.version(), s.event(), json.treeToValue(s.state(), listener.type())))
            .toList(),
        scope);
  }
}
