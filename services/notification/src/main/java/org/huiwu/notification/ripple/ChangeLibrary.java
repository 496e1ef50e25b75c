package org.huiwu.notification.ripple;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.NotificationProperties;
import org.huiwu.notification.manifest.ManifestLibrary;
import org.huiwu.notification.ripple.ChangeView.Node;
import org.huiwu.notification.ripple.ChangeView.ParkedView;
import org.huiwu.notification.ripple.ChangeView.ReceiptView;
import org.huiwu.notification.ripple.ChangeView.Waiting;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Reads changes and their trees.
@Component
public class ChangeLibrary {
  private static final String CHANGE =
      "select root, n, service, action, actor, role, reason, received_at, state, settled_at, case when state = 'open' then "
          + OpenChanges.LAST_HEARD
          + " else first_seen end from change ";

  /// A change without its tree, for lists.
  public record Brief(
      UUID id,
      long n,
      String service,
      String action,
      String actor,
      String role,
      @Nullable String reason,
      @Nullable Instant receivedAt,
      String state,
      @Nullable Instant settledAt) {}

  private record Received(Node node, boolean received, List<String> subscribers) {}

  private final JdbcTemplate jdbc;
  private final ManifestLibrary manifests;
  private final PersonChanges people;
  private final NotificationProperties properties;
  private final Clock clock;

  ChangeLibrary(
      JdbcTemplate jdbc,
      ManifestLibrary manifests,
      PersonChanges people,
      NotificationProperties properties,
      Clock clock) {
    this.jdbc = jdbc;
    this.manifests = manifests;
    this.people = people;
    this.properties = properties;
    this.clock = clock;
  }

  /// Empty when the change is not known (yet).
  public Optional<Boolean> isOpen(UUID conference, UUID root) {
    return jdbc
        .query(
            "select state = 'open' from change where root = ? and conference = ?",
            (row, _) -> row.getBoolean(1),
            root,
            conference)
        .stream()
        .findFirst();
  }

  public List<Brief> since(UUID conference, long n, int limit) {
    return jdbc.query(
        CHANGE + "where conference = ? and n > ? order by n limit ?",
        (row, _) -> brief(row),
        conference,
        n,
        limit);
  }

  /// By id, those of them that are known.
  public Map<UUID, Brief> briefs(UUID conference, Collection<UUID> roots) {
    Map<UUID, Brief> found = new HashMap<>();
    jdbc.query(
        CHANGE + "where root = any(?) and conference = ?",
        row -> {
          var brief = brief(row);
          found.put(brief.id(), brief);
        },
        roots.toArray(UUID[]::new),
        conference);
    return found;
  }

  private boolean isKnown(UUID conference, String person) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from delegate where conference = ? and person = ?)",
            Boolean.class,
            conference,
            person));
  }

  /// What the desks have said of a person, the latest first.
  ///
  /// @param before only changes with a smaller number
  /// @throws Missing `delegate-unknown`
  public List<Brief> of(UUID conference, String person, long before, int limit) {
    var roots = people.of(conference, person, before, limit);
    if (roots.isEmpty() && !isKnown(conference, person)) {
      throw new Missing("delegate-unknown", person);
    }
    var found = briefs(conference, roots);
    return roots.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  public Optional<ChangeView> find(UUID conference, UUID root) {
    return jdbc
        .query(
            CHANGE + "where root = ? and conference = ?", (row, _) -> brief(row), root, conference)
        .stream()
        .findFirst()
        .map(this::whole);
  }

  private Brief brief(ResultSet row) throws SQLException {
    var state = row.getString(9);
    var seen = row.getTimestamp(11).toInstant();
    var stalled =
        state.equals("open")
            && seen.plus(properties.cutUnfinishedAfter()).isBefore(clock.instant());
    return new Brief(
        row.getObject(1, UUID.class),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        instant(row.getTimestamp(8)),
        stalled ? "stalled" : state,
        instant(row.getTimestamp(10)));
  }

  private ChangeView whole(Brief change) {
    var receipts = receipts(change.id());
    var nodes = nodes(change.id(), receipts);
    var revised = manifests.madeBy(change.id()).stream().map(ChangeEvents.Revised::of).toList();
    return new ChangeView(
        change.id(),
        change.n(),
        change.service(),
        change.action(),
        change.actor(),
        change.role(),
        change.reason(),
        change.receivedAt(),
        change.state(),
        change.settledAt(),
        waiting(nodes, receipts),
        parked(change.id()),
        nodes.stream().map(Received::node).toList(),
        revised);
  }

  private static List<Waiting> waiting(
      List<Received> nodes, Map<UUID, List<ReceiptView>> receipts) {
    List<Waiting> waiting = new ArrayList<>();
    for (var node : nodes) {
      var id = node.node().changeset();
      if (!node.received()) {
        waiting.add(new Waiting(id, null));
      }
      var given = receipts.getOrDefault(id, List.of()).stream().map(ReceiptView::consumer).toList();
      node.subscribers().stream()
          .filter(s -> !given.contains(s))
          .forEach(s -> waiting.add(new Waiting(id, s)));
    }
    return waiting;
  }

  private Map<UUID, List<ReceiptView>> receipts(UUID root) {
    Map<UUID, List<ReceiptView>> found = new HashMap<>();
    jdbc.query(
        "select changeset, consumer, at, emitted from ripple_receipt where root = ? order by at, consumer",
        row -> {
          found
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new ReceiptView(
                      row.getString(2),
                      row.getTimestamp(3).toInstant(),
                      List.of((UUID[]) row.getArray(4).getArray())));
        },
        root);
    return found;
  }

  private List<Received> nodes(UUID root, Map<UUID, List<ReceiptView>> receipts) {
    return jdbc.query(
        """
        select changeset, received, service, cause, part, subscribers, events from ripple_node
        where root = ? order by part nulls last, changeset\
        """,
        (row, _) -> {
          var id = row.getObject(1, UUID.class);
          return new Received(
              new Node(
                  id,
                  row.getString(3),
                  row.getObject(4, UUID.class),
                  row.getInt(5),
                  texts(row.getArray(7)),
                  receipts.getOrDefault(id, List.of())),
              row.getBoolean(2),
              texts(row.getArray(6)));
        },
        root);
  }

  private List<ParkedView> parked(UUID root) {
    return jdbc.query(
        "select consumer, aggregate, id, reason from ripple_parked where root = ? order by 1, 2, 3",
        (row, _) ->
            new ParkedView(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
        root);
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
