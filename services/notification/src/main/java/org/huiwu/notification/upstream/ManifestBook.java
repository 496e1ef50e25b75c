package org.huiwu.notification.upstream;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.platform.messaging.Changeset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What the owners have said of their manifests' things, learnt from the states that pass by: whom
/// they name to receive a manifest, and by when.
@Component
public class ManifestBook {
  private static final String SELECT =
      "select manifest, kind, title, contact, due, route, trip_kind, place, cancelled from manifest_fact ";

  private final JdbcTemplate jdbc;
  private final ConferenceBook conferences;
  private final ObjectProvider<RenamedRecipient> listeners;
  private final ObjectProvider<RollCallListener> rollCalls;

  ManifestBook(
      JdbcTemplate jdbc,
      ConferenceBook conferences,
      ObjectProvider<RenamedRecipient> listeners,
      ObjectProvider<RollCallListener> rollCalls) {
    this.jdbc = jdbc;
    this.conferences = conferences;
    this.listeners = listeners;
    this.rollCalls = rollCalls;
  }

  /// Told, inside the ledger's transaction, of manifests whose owner names somebody else now, or
  /// another deadline.
  public interface RenamedRecipient {
    void on(UUID conference, List<String> manifests);
  }

  /// Inside the ledger's transaction; what is older than what is known changes nothing.
  public void take(UUID conference, List<Changeset> changesets) {
    List<String> news = new ArrayList<>();
    for (var changeset : changesets) {
      for (var state : changeset.states()) {
        if (state.aggregate().equals(ConferenceBook.AGGREGATE)) {
          conferences.take(changeset, state);
        } else if (state.aggregate().equals(RollCallHeard.AGGREGATE)) {
          var heard = RollCallHeard.of(changeset.root(), state);
          rollCalls.orderedStream().forEach(l -> l.on(conference, heard));
        } else {
          OwnersWord.of(state)
              .filter(facts -> write(changeset, state.version(), facts))
              .ifPresent(facts -> news.add(facts.manifest()));
        }
      }
    }
    if (!news.isEmpty()) {
      listeners.orderedStream().forEach(l -> l.on(conference, news));
    }
  }

  /// @return whether it is news, also where nothing was known of the manifest
  private boolean write(Changeset changeset, long version, ManifestFacts facts) {
    return jdbc.update(
            """
            insert into manifest_fact as f
              (conference, manifest, kind, incarnation, seen, title, contact, due, route, trip_kind, place, cancelled)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (conference, manifest) do update set incarnation = excluded.incarnation, seen = excluded.seen,
              title = excluded.title, contact = excluded.contact, due = excluded.due, route = excluded.route,
              trip_kind = excluded.trip_kind, place = excluded.place, cancelled = excluded.cancelled
            where (f.incarnation, f.seen) < (excluded.incarnation, excluded.seen)\
            """,
            changeset.conference(),
            facts.manifest(),
            facts.kind(),
            changeset.incarnation(),
            version,
            facts.title(),
            facts.contact(),
            facts.due(),
            facts.route(),
            facts.tripKind(),
            facts.place(),
            facts.cancelled())
        == 1;
  }

  public List<ManifestFacts> all(UUID conference) {
    return jdbc.query(
        SELECT + "where conference = ? order by manifest", (row, _) -> facts(row), conference);
  }

  public Optional<ManifestFacts> find(UUID conference, String manifest) {
    return Optional.ofNullable(of(conference, List.of(manifest)).get(manifest));
  }

  /// By manifest, those of them of which an owner has spoken.
  public Map<String, ManifestFacts> of(UUID conference, Collection<String> manifests) {
    return jdbc
        .query(
            SELECT + "where conference = ? and manifest = any(?)",
            (row, _) -> facts(row),
            conference,
            manifests.toArray(String[]::new))
        .stream()
        .collect(Collectors.toMap(ManifestFacts::manifest, Function.identity()));
  }

  private static ManifestFacts facts(ResultSet row) throws SQLException {
    return new ManifestFacts(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getObject(5, LocalDateTime.class),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getBoolean(9));
  }
}
