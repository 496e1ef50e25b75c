package org.huiwu.notification.manifest;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.huiwu.platform.manifests.ContentHash;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.huiwu.platform.messaging.WireJson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/// Takes in deltas and cuts versions, inside the ledger's transaction and under the conference's
/// lock.
@Component
public class ManifestVersions {
  private static final TypeReference<TreeMap<String, String>> FIELDS = new TypeReference<>() {};

  private record Owned(String owner, ManifestDelta delta) {}

  private final JdbcTemplate jdbc;
  private final VersionTables tables;
  private final ObjectProvider<VersionListener> listeners;

  ManifestVersions(
      JdbcTemplate jdbc, VersionTables tables, ObjectProvider<VersionListener> listeners) {
    this.jdbc = jdbc;
    this.tables = tables;
    this.listeners = listeners;
  }

  /// Notes how far each manifest's deltas have come in. A step over a number marks the manifest as
  /// suspect: its owner is asked for the whole of it. One that a repair was ahead of is no step.
  public void take(UUID conference, List<Changeset> changesets) {
    List<Owned> deltas =
        changesets.stream()
            .flatMap(c -> c.manifests().stream().map(d -> new Owned(c.service(), d)))
            .toList();
    if (deltas.isEmpty()) {
      return;
    }
    jdbc.batchUpdate(
        """
        insert into manifest as m (conference, manifest, owner, hash, taken_seq, taken_hash, suspect)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (conference, manifest) do update
          set taken_seq = greatest(m.taken_seq, excluded.taken_seq),
              taken_hash = case when excluded.taken_seq > m.taken_seq then excluded.taken_hash else m.taken_hash end,
              suspect = m.suspect or m.taken_seq < ?\
        """,
        deltas,
        deltas.size(),
        (statement, owned) -> {
          var d = owned.delta();
          statement.setObject(1, conference);
          statement.setString(2, d.manifest());
          statement.setString(3, owned.owner());
          statement.setString(4, ContentHash.EMPTY);
          statement.setLong(5, d.seq());
          statement.setString(6, d.hash());
          statement.setBoolean(7, d.previous() != 0);
          statement.setLong(8, d.previous());
        });
  }

  /// Begins to cut: at most one version of each manifest that the change differs.
  ///
  /// @param unfinished the ripple has not ended; more may come of the same change
  public VersionCut cut(UUID conference, UUID root, boolean unfinished) {
    return new VersionCut(tables, listeners.orderedStream().toList(), conference, root, unfinished);
  }

  /// As [#cut], of a change that somebody only asks about: none of those who act upon versions
  /// hears of these.
  public VersionCut cutUnheard(UUID conference, UUID root) {
    return new VersionCut(tables, List.of(), conference, root, false);
  }

  /// The whole content that the owner had at `seq` has been cut. Where later deltas have come in
  /// meanwhile the gap may lie behind it: still suspect.
  void repaired(UUID conference, String manifest, long seq, String hash) {
    jdbc.update(
        """
        update manifest set repaired_seq = greatest(repaired_seq, ?), suspect = taken_seq > ?,
          taken_hash = case when taken_seq > ? then taken_hash else ? end,
          taken_seq = greatest(taken_seq, ?)
        where conference = ? and manifest = ?\
        """,
        seq,
        seq,
        seq,
        hash,
        seq,
        conference,
        manifest);
  }

  static @Nullable SortedMap<String, String> fields(@Nullable String text) {
    return text == null ? null : WireJson.mapper().readValue(text, FIELDS);
  }

  static @Nullable String text(@Nullable Map<String, String> fields) {
    return fields == null ? null : WireJson.mapper().writeValueAsString(fields);
  }
}
