package org.huiwu.notification.ripple;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.huiwu.platform.messaging.Changeset.Receipt;
import org.huiwu.platform.messaging.WireJson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/// The tree of receipts of each change, as it comes in. Used under the conference's lock.
@Component
class RippleStore {
  private static final TypeReference<List<ManifestDelta>> DELTAS = new TypeReference<>() {};

  private static final int LISTED_EVENTS = 20;

  /// A changeset of an import holds what 500 people change.
  private static final int FOLDED_TOGETHER = 12;

  private static final int LONG = 1 << 14;

  /// Those of some changes that have ended.
  static final String COMPLETE =
      """
      select c.root from unnest(?::uuid[]) as c (root)
      where not exists (
        select 1 from ripple_node n
        where n.root = c.root
          and (not n.received
            or exists (
              select 1 from unnest(n.subscribers) s (consumer)
              where not exists (
                select 1 from ripple_receipt r where r.changeset = n.changeset and r.consumer = s.consumer))))\
      """;

  private final JdbcTemplate jdbc;
  private final ParkedStore parking;

  RippleStore(JdbcTemplate jdbc, ParkedStore parking) {
    this.jdbc = jdbc;
    this.parking = parking;
  }

  /// Makes sure that the changes are known, from whichever of their records come first.
  ///
  /// @return those that are new
  Set<UUID> open(UUID conference, List<Changeset> changesets) {
    Map<UUID, Changeset> byRoot = new LinkedHashMap<>();
    changesets.forEach(c -> byRoot.merge(c.root(), c, (a, b) -> b.origin() == null ? a : b));
    Set<UUID> fresh = new LinkedHashSet<>();
    byRoot.forEach((root, any) -> {
      var origin = any.origin();
      jdbc.query(
          """
          insert into change as c (root, conference, n, service, action, actor, role, reason, received_at)
          select ?, ?, coalesce(max(n), 0) + 1, ?, coalesce(?, ''), coalesce(?, ''), coalesce(?, ''), ?, ?
          from change where conference = ?
          on conflict (root) do update set service = excluded.service, action = excluded.action,
            actor = excluded.actor, role = excluded.role, reason = excluded.reason,
            received_at = excluded.received_at
            where excluded.received_at is not null
          returning c.xmax = 0\
          """,
          row -> {
            if (row.getBoolean(1)) {
              fresh.add(root);
            }
          },
          root,
          conference,
          any.service(),
          origin == null ? null : origin.action(),
          origin == null ? null : origin.actor(),
          origin == null ? null : origin.role(),
          origin == null ? null : origin.reason(),
          origin == null ? null : Timestamp.from(origin.receivedAt()),
          conference);
    });
    return fresh;
  }

  /// @return those that had not been received before
  List<Changeset> receive(List<Changeset> changesets) {
    var nodes = changesets.stream().filter(Changeset::bearsNode).toList();
    if (nodes.isEmpty()) {
      return List.of();
    }
    var counts =
        jdbc.execute(
            """
            insert into ripple_node as n (root, changeset, received, service, cause, part, subscribers, events, deltas)
            values (?, ?, true, ?, ?, ?, ?, ?, ?)
            on conflict (root, changeset) do update
              set received = true, service = excluded.service, cause = excluded.cause, part = excluded.part,
                  subscribers = excluded.subscribers, events = excluded.events, deltas = excluded.deltas
              where not n.received\
            """,
            (PreparedStatement insert) -> {
              for (var node : nodes) {
                describe(insert, node);
                insert.addBatch();
              }
              return insert.executeBatch();
            });
    List<Changeset> received = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      if (counts != null && counts[i] == 1) {
        received.add(nodes.get(i));
      }
    }
    return received;
  }

  private static void describe(PreparedStatement insert, Changeset node) throws SQLException {
    insert.setObject(1, node.root());
    insert.setObject(2, node.id());
    insert.setString(3, node.service());
    insert.setObject(4, node.cause());
    insert.setInt(5, node.part().n());
    insert.setArray(6, texts(insert, node.subscribers()));
    insert.setArray(7, texts(insert, events(node)));
    insert.setString(
        8,
        node.manifests().isEmpty() ? null : WireJson.mapper().writeValueAsString(node.manifests()));
  }

  private static List<String> events(Changeset node) {
    return node.states().stream()
        .map(s -> s.aggregate() + "/" + s.event())
        .distinct()
        .limit(LISTED_EVENTS)
        .toList();
  }

  private static Array texts(PreparedStatement statement, List<String> all) throws SQLException {
    return statement.getConnection().createArrayOf("text", all.toArray());
  }

  private record Given(Changeset by, Receipt receipt) {}

  /// First receipt by (changeset, consumer) wins; a later one says nothing. What a consumer took
  /// out of parking comes before what it parked: the same aggregate may be both, its older state
  /// and its newer one.
  ///
  /// @return the changes in which something is parked no more
  Set<UUID> acknowledge(UUID conference, List<Changeset> changesets) {
    var given =
        changesets.stream().flatMap(c -> c.receipts().stream().map(r -> new Given(c, r))).toList();
    Set<UUID> cleared = new HashSet<>();
    for (var first : firsts(given)) {
      cleared.addAll(parking.unpark(conference, first.receipt()));
      parking.park(conference, first.by().root(), first.receipt());
    }
    return cleared;
  }

  private List<Given> firsts(List<Given> given) {
    if (given.isEmpty()) {
      return given;
    }
    var counts =
        jdbc.execute(
            "insert into ripple_receipt (root, changeset, consumer, emitted) values (?, ?, ?, ?) on conflict do nothing",
            (PreparedStatement insert) -> {
              for (var one : given) {
                insert.setObject(1, one.by().root());
                insert.setObject(2, one.receipt().changeset());
                insert.setString(3, one.receipt().consumer());
                insert.setArray(
                    4,
                    insert
                        .getConnection()
                        .createArrayOf("uuid", one.receipt().emitted().toArray()));
                insert.addBatch();
              }
              return insert.executeBatch();
            });
    List<Given> firsts = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      if (counts != null && counts[i] == 1) {
        firsts.add(given.get(i));
      }
    }
    return firsts;
  }

  /// Notes the changesets that these speak of, where they are not here themselves: they will come.
  void announce(List<Changeset> changesets) {
    Set<Announced> awaited = new LinkedHashSet<>();
    for (var changeset : changesets) {
      awaited.add(new Announced(changeset.root(), changeset.root()));
      if (changeset.bearsNode() && changeset.part().next() != null) {
        awaited.add(new Announced(changeset.root(), changeset.part().next()));
      }
      changeset
          .receipts()
          .forEach(r -> r.emitted().forEach(e -> awaited.add(new Announced(changeset.root(), e))));
    }
    changesets.stream()
        .filter(Changeset::bearsNode)
        .forEach(c -> awaited.remove(new Announced(c.root(), c.id())));
    if (!awaited.isEmpty()) {
      jdbc.batchUpdate(
          "insert into ripple_node (root, changeset, received) values (?, ?, false) on conflict do nothing",
          awaited.stream().map(a -> new Object[] {a.root(), a.changeset()}).toList());
    }
  }

  private record Announced(UUID root, UUID changeset) {}

  /// The ripple has ended: every changeset that was announced is here, and each of its subscribers
  /// has given its receipt. Never decided by time.
  List<UUID> complete(Collection<UUID> roots) {
    return jdbc.queryForList(COMPLETE, UUID.class, (Object) roots.toArray(UUID[]::new));
  }

  /// The deltas of a change that no version holds yet, some changesets at a time; from now on they
  /// count as held.
  void fold(UUID root, Consumer<List<ManifestDelta>> taking) {
    var some = unfolded(root);
    while (!some.isEmpty()) {
      var parsed = some;
      some = some.size() < FOLDED_TOGETHER ? List.of() : unfolded(root);
      taking.accept(deltas(parsed));
    }
  }

  private List<CompletableFuture<List<ManifestDelta>>> unfolded(UUID root) {
    return jdbc.query(
        """
        update ripple_node n set folded = true from (
          select changeset from ripple_node
          where root = ? and received and not folded and deltas is not null limit ?) f
        where n.root = ? and n.changeset = f.changeset returning n.deltas\
        """,
        (row, _) -> read(row.getString(1)),
        root,
        FOLDED_TOGETHER,
        root);
  }

  /// What is long is read while the deltas before it are taken.
  private static CompletableFuture<List<ManifestDelta>> read(String deltas) {
    return deltas.length() < LONG
        ? CompletableFuture.completedFuture(WireJson.mapper().readValue(deltas, DELTAS))
        : CompletableFuture.supplyAsync(() -> WireJson.mapper().readValue(deltas, DELTAS));
  }

  private static List<ManifestDelta> deltas(List<CompletableFuture<List<ManifestDelta>>> some) {
    return some.stream().flatMap(d -> d.join().stream()).toList();
  }

  /// @return whether it was open until now
  boolean settle(UUID root) {
    return jdbc.update(
            """
            update change set settled_at = clock_timestamp(),
              state = case when exists (select 1 from ripple_parked p where p.root = change.root)
                then 'settled-with-parked' else 'settled' end
            where root = ? and state = 'open'\
            """,
            root)
        == 1;
  }

  /// Something more has come of a change that had settled: its time runs anew.
  void reopen(UUID root) {
    jdbc.update(
        """
        update change set state = 'open', settled_at = null, first_seen = clock_timestamp(),
          provisional = false, cut_unfinished = false
        where root = ? and state <> 'open'\
        """,
        root);
  }

  /// This transaction only notes what Kafka holds as well and nobody has been told of: should it be
  /// lost in a crash, the offsets are lost with it and the same records are read again.
  void withoutFlush() {
    jdbc.execute("set local synchronous_commit = off");
  }
}
