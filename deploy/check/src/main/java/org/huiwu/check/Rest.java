package org.huiwu.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which conferences are at rest, and what is under way in the others. Decided by the data alone,
/// never by waiting. A conference is at rest when
///
/// - no service is about to say something anew after a restore,
/// - the relay of every service has published all of its outbox,
/// - notification has taken in the last that each service published (one conference travels in one
///   partition, in order, so whoever has the last has all),
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

  /// @param now a snapshot whose last part was opened before this is called
  public static Rest of(Snapshot now, Addresses addresses) {
    var rest = new Rest();
    rest.nothingCommittedSince(now, addresses);
    for (var service : now.services()) {
      rest.nothingToSayAnew(service, now.of(service));
      rest.allPublished(service, now.of(service));
      rest.allTakenIn(service, now);
    }
    rest.allReceipted(now.of(Service.NOTIFICATION));
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

  private void nothingCommittedSince(Snapshot now, Addresses addresses) {
    var then = marks(now);
    try (var later = Snapshot.open(addresses)) {
      marks(later)
          .forEach((mark, last) -> {
            if (!last.equals(then.get(mark))) {
              add(mark.conference(), "under-way.moved", mark.service().serviceName());
            }
          });
    }
  }

  private static Map<Mark, Last> marks(Snapshot snapshot) {
    Map<Mark, Last> marks = new HashMap<>();
    for (var service : snapshot.services()) {
      snapshot
          .of(service)
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

  private void allPublished(Service service, JdbcTemplate database) {
    database.query(
        """
        select o.conference, count(*) from outbox o, relay_cursor c
        where o.tx >= pg_snapshot_xmin(c.snapshot) and not pg_visible_in_snapshot(o.tx, c.snapshot)
        group by o.conference\
        """,
        row -> {
          add(
              row.getObject(1, UUID.class),
              "under-way.outbox",
              service.serviceName(),
              row.getLong(2));
        });
  }

  private void allTakenIn(Service service, Snapshot now) {
    now.of(service)
        .query(
            """
            select o.conference, o.id, o.payload from outbox o
            join (select conference, max(seq) as seq from outbox group by conference) l using (conference, seq)\
            """,
            row -> {
              var changeset = row.getObject(2, UUID.class);
              if (!isTakenIn(
                  now.of(Service.NOTIFICATION), changeset, JSON.readTree(row.getString(3)))) {
                add(row.getObject(1, UUID.class), "under-way.unread", service.serviceName());
              }
            });
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
