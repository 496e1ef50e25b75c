package org.huiwu.platform.messaging;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The rows that a service's transactions leave for the relay. Insert-only.
final class Outbox {
  private static final int KEPT_DAYS = 7;
  private static final int PREPARED_DAYS = 4;

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final Subscriptions subscriptions;
  private final String service;
  private volatile int incarnation;

  Outbox(JdbcTemplate jdbc, JsonMapper json, Subscriptions subscriptions, String service) {
    this.jdbc = jdbc;
    this.json = json;
    this.subscriptions = subscriptions;
    this.service = service;
  }

  int incarnation() {
    if (incarnation == 0) {
      var stored = jdbc.queryForObject("select incarnation from messaging_identity", Integer.class);
      incarnation = stored == null ? 1 : stored;
    }
    return incarnation;
  }

  Changeset append(ChangeScope scope, List<Changeset.Receipt> receipts) {
    var states =
        scope.states().stream()
            .map(w ->
                new Changeset.AggregateState(
                    w.aggregate(), w.id(), w.version(), w.event(), StateJson.of(w.state())))
            .toList();
    var changeset =
        new Changeset(
            scope.id(),
            scope.conference(),
            incarnation(),
            service,
            scope.root(),
            scope.cause(),
            scope.part(),
            scope.origin(),
            states,
            List.copyOf(scope.manifests()),
            subscribers(scope),
            receipts);
    if (Hypothesis.hears(changeset)) {
      return changeset;
    }
    jdbc.update(
        "insert into outbox (id, conference, channel, payload) values (?, ?, ?, ?)",
        changeset.id(),
        changeset.conference(),
        changeset.subscribers().isEmpty() ? "ripples" : "changes",
        json.writeValueAsString(changeset));
    return changeset;
  }

  /// Once a database was restored everybody is told: who seeded it may have heard another word of
  /// it, that the restored one has lost.
  private List<String> subscribers(ChangeScope scope) {
    Set<String> all = new LinkedHashSet<>();
    for (var state : scope.states()) {
      for (var subscriber : subscriptions.subscribersOf(state.aggregate())) {
        var said = state.seeded() && incarnation() == 1 && subscriber.equals(scope.causedBy());
        if (!said) {
          all.add(subscriber);
        }
      }
    }
    return List.copyOf(all);
  }

  /// Prepares the partitions of the coming days and drops those that are over. The day is the
  /// database's, as that of the rows.
  void rollPartitions() {
    var today =
        Objects.requireNonNull(
            jdbc.queryForObject("select (now() at time zone 'UTC')::date", LocalDate.class));
    for (var day = today.minusDays(1);
        day.isBefore(today.plusDays(PREPARED_DAYS));
        day = day.plusDays(1)) {
      jdbc.execute(
          "create table if not exists %s partition of outbox for values from ('%s') to ('%s')"
              .formatted(partition(day), day, day.plusDays(1)));
    }
    var partitions =
        jdbc.queryForList(
            "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                + " where i.inhparent = 'outbox'::regclass",
            String.class);
    var oldest = partition(today.minusDays(KEPT_DAYS));
    partitions.stream()
        .filter(p -> p.compareTo(oldest) < 0 && allSent(p))
        .forEach(p -> jdbc.execute("drop table " + p));
    jdbc.update("delete from inbox where received_on < ?", today.minusDays(2L * KEPT_DAYS));
  }

  /// What Kafka has not had is kept, however old: a service may have been off for long.
  private boolean allSent(String partition) {
    var unsent =
        jdbc.queryForObject(
            "select exists (select 1 from %s o, relay_cursor c where not pg_visible_in_snapshot(o.tx, c.snapshot))"
                .formatted(partition),
            Boolean.class);
    return unsent != null && !unsent;
  }

  private static String partition(LocalDate day) {
    return "outbox_" + day.toString().replace('-', '_');
  }

  UUID retryId(UUID changeset, String aggregate, String id, long attempt) {
    return ChangeLog.derived(changeset, service + "/retry/" + aggregate + "/" + id + "/" + attempt);
  }
}
