package org.huiwu.notification.ripple;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

  static final String COMPLETE =
      """
      select not exists (
        select 1 from ripple_node n
        where n.root = ?
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

  /// Makes sure that the change is known, from whichever of its records comes first.
  ///
  /// @return whether it is new
  boolean open(Changeset any) {
    var fresh =
        jdbc.update(
                """
                insert into change (root, conference, n, service)
                select ?, ?, coalesce(max(n), 0) + 1, ? from change where conference = ?
                on conflict (root) do nothing\
                """,
                any.root(),
                any.conference(),
                any.service(),
                any.conference())
            == 1;
    if (fresh && !any.id().equals(any.root())) {
      announce(any.root(), List.of(any.root()));
    }
    var origin = any.origin();
    if (origin != null) {
      jdbc.update(
          "update change set service = ?, action = ?, actor = ?, role = ?, reason = ?, received_at = ? where root = ?",
          any.service(),
          origin.action(),
          origin.actor(),
          origin.role(),
          origin.reason(),
          java.sql.Timestamp.from(origin.receivedAt()),
          any.root());
    }
    return fresh;
  }

  /// @return whether it had not been received before
  boolean receive(Changeset changeset) {
    var next = changeset.part().next();
    if (next != null) {
      announce(changeset.root(), List.of(next));
    }
    return jdbc.update(
            """
            insert into ripple_node as n (root, changeset, received, service, cause, part, subscribers, events, deltas)
            values (?, ?, true, ?, ?, ?, ?, ?, ?)
            on conflict (root, changeset) do update
              set received = true, service = excluded.service, cause = excluded.cause, part = excluded.part,
                  subscribers = excluded.subscribers, events = excluded.events, deltas = excluded.deltas
              where not n.received\
            """,
            changeset.root(),
            changeset.id(),
            changeset.service(),
            changeset.cause(),
            changeset.part().n(),
            changeset.subscribers().toArray(String[]::new),
            changeset.states().stream()
                .map(s -> s.aggregate() + "/" + s.event())
                .distinct()
                .limit(20)
                .toArray(String[]::new),
            changeset.manifests().isEmpty()
                ? null
                : WireJson.mapper().writeValueAsString(changeset.manifests()))
        == 1;
  }

  /// First receipt by (changeset, consumer) wins; a later one says nothing. What a consumer took
  /// out of parking comes before what it parked: the same aggregate may be both, its older state
  /// and its newer one.
  ///
  /// @return the changes in which something is parked no more
  Set<UUID> acknowledge(Changeset changeset, Receipt receipt) {
    var first =
        jdbc.update(
                "insert into ripple_receipt (root, changeset, consumer, emitted) values (?, ?, ?, ?) on conflict do nothing",
                changeset.root(),
                receipt.changeset(),
                receipt.consumer(),
                receipt.emitted().toArray(UUID[]::new))
            == 1;
    if (!first) {
      return Set.of();
    }
    announce(changeset.root(), receipt.emitted());
    var cleared = parking.unpark(changeset.conference(), receipt);
    parking.park(changeset.conference(), changeset.root(), receipt);
    return cleared;
  }

  private void announce(UUID root, Collection<UUID> changesets) {
    changesets.forEach(c ->
        jdbc.update(
            "insert into ripple_node (root, changeset, received) values (?, ?, false) on conflict do nothing",
            root,
            c));
  }

  /// The ripple has ended: every changeset that was announced is here, and each of its subscribers
  /// has given its receipt. Never decided by time.
  boolean complete(UUID root) {
    var complete = jdbc.queryForObject(COMPLETE, Boolean.class, root);
    return complete != null && complete;
  }

  /// The deltas of a change that no version holds yet; from now on they count as held.
  List<ManifestDelta> fold(UUID root) {
    return jdbc
        .queryForList(
            "update ripple_node set folded = true where root = ? and received and not folded and deltas is not null returning deltas",
            String.class,
            root)
        .stream()
        .flatMap(d -> WireJson.mapper().readValue(d, DELTAS).stream())
        .toList();
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

  record Open(UUID conference, UUID root) {}

  List<Open> notYetProvisional(long millis) {
    return open("and not provisional", millis);
  }

  List<Open> notYetCut(long millis) {
    return open("and not cut_unfinished", millis);
  }

  private List<Open> open(String which, long millis) {
    return jdbc.query(
        "select conference, root from change where state = 'open' and first_seen < clock_timestamp() - make_interval(secs => ?) "
            + which,
        (row, _) -> new Open(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
        millis / 1000.0);
  }

  /// @return whether the change is still open and was not marked before
  boolean markProvisional(UUID root) {
    return jdbc.update(
            "update change set provisional = true where root = ? and state = 'open' and not provisional",
            root)
        == 1;
  }

  boolean markCutUnfinished(UUID root) {
    return jdbc.update(
            "update change set cut_unfinished = true where root = ? and state = 'open' and not cut_unfinished",
            root)
        == 1;
  }

  /// This transaction only notes what Kafka holds as well and nobody has been told of: should it be
  /// lost in a crash, the offsets are lost with it and the same records are read again.
  void withoutFlush() {
    jdbc.execute("set local synchronous_commit = off");
  }
}
