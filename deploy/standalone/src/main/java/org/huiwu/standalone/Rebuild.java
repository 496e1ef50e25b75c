package org.huiwu.standalone;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.huiwu.platform.manifests.Manifests;
import org.huiwu.platform.manifests.ManifestsAnew;
import org.huiwu.platform.messaging.ChangeLog;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.messaging.Replay;

/// `rebuild SERVICE`: a second instance of a service, whose database holds nothing that is learnt
/// or derived, catches up from the owners' words beside the live one, is compared with it, and with
/// `--swap` takes its place (ADR 0036).
///
/// Every comparison is of one moment: what the live one holds in one reading transaction, and what
/// the owners had said up to where it had read in that moment. So it holds while the platform
/// works.
final class Rebuild {
  /// What comes of it.
  ///
  /// @param equal whether the live one held what the owners' words and its own facts give
  /// @param lines to say
  record Outcome(boolean equal, List<String> lines) {}

  /// One pass.
  private record Caught(
      Replay.Learnt learnt,
      DerivedContent live,
      DerivedContent rebuilt,
      Map<UUID, Set<String>> manifests) {
    boolean equal() {
      return live.equals(rebuilt);
    }
  }

  private final RebuildOrder order;
  private final List<String> learntTables;
  private final List<String> lines = new ArrayList<>();

  Rebuild(RebuildOrder order) {
    this.order = order;
    this.learntTables = LearntTables.of(order.service());
  }

  Outcome run() throws SQLException {
    try (var swap = DatabaseSwap.prepare(order.live());
        var live = order.live().connect();
        var second = SleepingService.on(swap.rebuilt(), order.service(), order.bootstrap())) {
      requireNothingParked(live);
      var beside = catchUp(live, second);
      say(beside);
      if (order.swap()) {
        swapIn(swap, live, second, beside.equal());
      }
      return new Outcome(beside.equal(), List.copyOf(lines));
    }
  }

  /// What is parked waits for a person; whether the owners' words count there is theirs to say.
  private static void requireNothingParked(Connection live) throws SQLException {
    var parked = Databases.count(live, "select count(*) from parked");
    if (parked > 0) {
      throw new StartException(
          "%d states are parked at the live service; have them taken in or replaced first."
              .formatted(parked));
    }
  }

  private void swapIn(DatabaseSwap swap, Connection live, SleepingService second, boolean equal)
      throws SQLException {
    var begun = System.nanoTime();
    swap.freeze(live);
    var caught = catchUp(live, second);
    var changes = publish(second, caught.manifests());
    live.close();
    second.leaveDatabase();
    var kept = swap.exchange();
    var millis = (System.nanoTime() - begun) / 1_000_000;
    if (caught.equal() != equal) {
      say(caught);
    }
    changes.forEach((conference, change) ->
        lines.add(
            "%d lists of conference %s are compared with what was published: change %s"
                .formatted(
                    caught.manifests().getOrDefault(conference, Set.of()).size(),
                    conference,
                    change)));
    lines.add(
        "Swapped in: commands of %s waited %d ms. The old database is %s and takes no connections."
            .formatted(order.service().serviceName(), millis, kept));
  }

  private Caught catchUp(Connection live, SleepingService second) throws SQLException {
    live.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    live.setAutoCommit(false);
    try (var own = second.database().getConnection()) {
      var incarnation =
          Math.toIntExact(Databases.count(live, "select incarnation from messaging_identity"));
      var learnt = second.part(Replay.class).upTo(offsets(live), incarnation, order.batch());
      var anew = second.partIfAny(ManifestsAnew.class);
      var libraries = DerivedContent.librariesTables(anew != null);
      Set<String> derived = new TreeSet<>(learntTables);
      derived.addAll(libraries);
      var copy = new TableCopy(live, own);
      copy.of(copy.ownedBut(derived));
      new GivenNumbers(live, own).carryOver(learntTables);
      Map<UUID, Set<String>> manifests = anew == null ? Map.of() : derive(live, own, anew);
      return new Caught(
          learnt,
          DerivedContent.of(live, learntTables, anew != null),
          DerivedContent.of(own, learntTables, anew != null),
          manifests);
    } finally {
      live.rollback();
      live.setAutoCommit(true);
    }
  }

  /// @return the manifests that differ, of the conferences in which any does
  private Map<UUID, Set<String>> derive(Connection live, Connection own, ManifestsAnew anew)
      throws SQLException {
    var published = published(live);
    Set<UUID> conferences =
        Databases.ids(
            own,
            "select conference from upstream_version union select conference from answered_command");
    conferences.addAll(published.keySet());
    Map<UUID, Set<String>> differing = new TreeMap<>();
    for (var conference : conferences) {
      anew.derive(conference, order.batch());
      var manifests = anew.continueFrom(conference, published.getOrDefault(conference, List.of()));
      if (!manifests.isEmpty()) {
        differing.put(conference, manifests);
      }
    }
    return differing;
  }

  private static Map<UUID, List<Manifests.Head>> published(Connection live) throws SQLException {
    Map<UUID, List<Manifests.Head>> heads = new HashMap<>();
    try (var statement = live.createStatement();
        var rows =
            statement.executeQuery("select conference, manifest, seq, hash from manifest_head")) {
      while (rows.next()) {
        heads
            .computeIfAbsent(rows.getObject(1, UUID.class), _ -> new ArrayList<>())
            .add(new Manifests.Head(rows.getString(2), rows.getLong(3), rows.getString(4)));
      }
    }
    return heads;
  }

  /// In the rebuilt outbox: the messenger that finds it there sends it.
  ///
  /// @return the change by conference
  private static Map<UUID, UUID> publish(SleepingService second, Map<UUID, Set<String>> differing) {
    Map<UUID, UUID> changes = new TreeMap<>();
    differing.forEach((conference, manifests) ->
        second
            .part(ChangeLog.class)
            .change(
                conference,
                new Origin("recover", "platform", "platform", null, Instant.now()),
                scope -> {
                  second.part(ManifestsAnew.class).say(scope, manifests);
                  return scope.id();
                })
            .change()
            .ifPresent(change -> changes.put(conference, change)));
    return changes;
  }

  private static Map<TopicPartition, Long> offsets(Connection live) throws SQLException {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    try (var statement = live.createStatement();
        var rows =
            statement.executeQuery("select topic, partition, next_offset from consumer_offset")) {
      while (rows.next()) {
        offsets.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
      }
    }
    return offsets;
  }

  private void say(Caught caught) {
    lines.add(
        "%s: %d changesets of others in transactions of up to %d, %d states learnt anew, %d rows."
            .formatted(
                order.service().serviceName(),
                caught.learnt().changesets(),
                order.batch(),
                caught.learnt().states(),
                caught.rebuilt().count()));
    lines.add("live    " + caught.live().hash());
    lines.add("rebuilt " + caught.rebuilt().hash());
    caught
        .live()
        .differencesOf(caught.rebuilt())
        .forEach(d ->
            lines.add(
                "differs: %s, rows of the live one only %d, of the rebuilt one only %d"
                    .formatted(d.table(), d.onlyLive(), d.onlyRebuilt())));
  }
}
