package org.huiwu.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which conferences are at rest, and what is under way in the others. Decided by the data alone,
/// never by waiting. A conference is at rest when
///
/// - no service is about to say something anew after a restore,
/// - notification has taken in the last row of every service's outbox: one conference travels in
///   commit order, so whoever has the last has all, and nothing waits for a relay,
/// - every announced changeset is there and each of its subscribers has given its receipt, and no
///   change is open,
/// - no manifest is suspect, and
/// - nothing was committed while the databases' snapshots were being opened: each database says the
///   same of itself after the last of them was opened. What was committed before a service's own
///   snapshot and after notification's is a change of which notification does not know.
public final class Rest {
  private static final JsonMapper JSON = new JsonMapper();

  /// How far a database has come with a conference.
  private record Mark(Service service, UUID conference) {}

  private record Last(long outbox, long audit) {}

  private final Map<UUID, List<Message>> underWay = new HashMap<>();

  private Rest() {}

  /// @param snapshot one that has just been opened or renewed
  public static Rest of(Snapshot snapshot) {
    var rest = new Rest();
    rest.nothingCommittedSince(snapshot);
    for (var service : snapshot.services()) {
      rest.nothingToSayAnew(service, snapshot.of(service));
      rest.allTakenIn(service, snapshot);
    }
    rest.allReceipted(snapshot.of(Service.NOTIFICATION));
    return rest;
  }

  /// What is under way; empty for a conference that is at rest.
  public List<Message> underWay(UUID conference) {
    return underWay.getOrDefault(conference, List.of());
  }

  private void add(UUID conference, String key, Object... arguments) {
    var said = Message.of(key, arguments);
    var all = underWay.computeIfAbsent(conference, _ -> new ArrayList<>());
    if (!all.contains(said)) {
      all.add(said);
    }
  }

  private void nothingCommittedSince(Snapshot snapshot) {
    // first of all, so that there is little time for anything to be committed
    var now = marks(snapshot.services(), snapshot::now);
    var then = marks(snapshot.services(), snapshot::of);
    now.forEach((mark, last) -> {
      if (!last.equals(then.get(mark))) {
        add(mark.conference(), "under-way.moved", mark.service().serviceName());
      }
    });
  }

  private static Map<Mark, Last> marks(
      List<Service> services, Function<Service, JdbcTemplate> databases) {
    Map<Mark, Last> marks = new HashMap<>();
    for (var service : services) {
      databases
          .apply(service)
          .query(
              """
              select conference, coalesce(max(o), 0), coalesce(max(a), 0) from (
                select conference, max(seq) o, null::bigint a from outbox group by conference
                union all
                select conference, null, max(n) from audit_entry
                  where outcome in ('changed', 'unchanged') group by conference) m
              where conference is not null group by conference\
              """,
              row -> {
                marks.put(
                    new Mark(service, row.getObject(1, UUID.class)),
                    new Last(row.getLong(2), row.getLong(3)));
              });
    }
    return marks;
  }

  private void nothingToSayAnew(Service service, JdbcTemplate database) {
    database.query(
        "select conference from recovery_task",
        row -> {
          add(row.getObject(1, UUID.class), "under-way.recovery", service.serviceName());
        });
  }

  private void allTakenIn(Service service, Snapshot snapshot) {
    Set<UUID> unread = new HashSet<>();
    snapshot
        .of(service)
        .query(
            """
            select o.conference, o.id, o.payload from outbox o
            join (select conference, max(seq) as seq from outbox group by conference) l using (conference, seq)\
            """,
            row -> {
              var changeset = row.getObject(2, UUID.class);
              var payload = JSON.readTree(row.getString(3));
              if (!isTakenIn(snapshot.of(Service.NOTIFICATION), changeset, payload)) {
                unread.add(row.getObject(1, UUID.class));
              }
            });
    if (!unread.isEmpty()) {
      var unpublished = unpublished(snapshot.of(service));
      for (var conference : unread) {
        var rows = unpublished.getOrDefault(conference, 0L);
        if (rows > 0) {
          add(conference, "under-way.outbox", service.serviceName(), rows);
        } else {
          add(conference, "under-way.unread", service.serviceName());
        }
      }
    }
  }

  /// Rows beyond the relay's cursor. The cursor is saved now and then only, so of these some may
  /// have been published: it says why something has not arrived, not whether.
  private static Map<UUID, Long> unpublished(JdbcTemplate database) {
    Map<UUID, Long> rows = new HashMap<>();
    database.query(
        """
        select o.conference, count(*) from outbox o, relay_cursor c
        where o.tx >= pg_snapshot_xmin(c.snapshot) and not pg_visible_in_snapshot(o.tx, c.snapshot)
        group by o.conference\
        """,
        row -> {
          rows.put(row.getObject(1, UUID.class), row.getLong(2));
        });
    return rows;
  }

  private static boolean isTakenIn(JdbcTemplate notification, UUID changeset, JsonNode payload) {
    if (bearsNode(payload)) {
      return exists(
          notification,
          "select exists (select 1 from ripple_node where root = ? and changeset = ? and received)",
          UUID.fromString(payload.path("root").asString()),
          changeset);
    }
    return payload
        .path("receipts")
        .valueStream()
        .allMatch(receipt ->
            exists(
                notification,
                "select exists (select 1 from ripple_receipt where changeset = ? and consumer = ?)",
                UUID.fromString(receipt.path("changeset").asString()),
                receipt.path("consumer").asString()));
  }

  /// Whether a record is a changeset of the tree, or acknowledges others only.
  private static boolean bearsNode(JsonNode payload) {
    var part = payload.path("part");
    var acknowledges =
        payload.path("states").isEmpty()
            && payload.path("manifests").isEmpty()
            && isAbsent(part.path("next"))
            && !isAbsent(payload.path("cause"));
    return !acknowledges || part.path("n").asInt(1) > 1;
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static boolean exists(JdbcTemplate database, String sql, Object... arguments) {
    return Objects.requireNonNullElse(
        database.queryForObject(sql, Boolean.class, arguments), false);
  }

  private void allReceipted(JdbcTemplate notification) {
    Outstanding.of(notification)
        .forEach(o ->
            o.waitsFor()
                .ifPresentOrElse(
                    service ->
                        add(
                            o.conference(),
                            "under-way.receipt",
                            o.change(),
                            o.action(),
                            service,
                            o.changeset()),
                    () ->
                        add(
                            o.conference(),
                            "under-way.announced",
                            o.change(),
                            o.action(),
                            o.changeset())));
    notification.query(
        "select conference, root, action from change where state = 'open'",
        row -> {
          var conference = row.getObject(1, UUID.class);
          var root = row.getString(2);
          if (underWay(conference).stream().noneMatch(m -> m.arguments().contains(root))) {
            add(conference, "under-way.open", root, row.getString(3));
          }
        });
    notification.query(
        "select conference, manifest from manifest where suspect",
        row -> {
          add(row.getObject(1, UUID.class), "under-way.suspect", row.getString(2));
        });
  }
}
