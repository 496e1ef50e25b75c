package org.huiwu.notification.manifest;

import static org.huiwu.notification.manifest.ManifestVersions.fields;
import static org.huiwu.notification.manifest.ManifestVersions.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.huiwu.notification.manifest.Netting.PublishedLine;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What is published of each manifest, and its versions, in the database.
@Component
class VersionTables {

  /// A manifest without its lines.
  ///
  /// @param repairedSeq the owner's number up to which a repair has taken the whole in
  record Head(
      String manifest,
      long version,
      @Nullable SortedMap<String, String> header,
      long headerSeq,
      String hash,
      long repairedSeq) {}

  private final JdbcTemplate jdbc;
  private final LineTables lineTables;

  VersionTables(JdbcTemplate jdbc, LineTables lineTables) {
    this.jdbc = jdbc;
    this.lineTables = lineTables;
  }

  List<Head> heads(UUID conference, List<String> manifests) {
    return jdbc.query(
        """
        select manifest, version, header, header_seq, hash, repaired_seq
        from manifest where conference = ? and manifest = any(?)\
        """,
        (row, _) ->
            new Head(
                row.getString(1),
                row.getLong(2),
                fields(row.getString(3)),
                row.getLong(4),
                row.getString(5),
                row.getLong(6)),
        conference,
        manifests.toArray(String[]::new));
  }

  /// The published lines that these deltas touch, by manifest and key. The limit keeps PostgreSQL
  /// at one look by key for each: for some thousands it would read the whole table, batch after
  /// batch.
  Map<String, Map<String, PublishedLine>> lines(
      UUID conference, Map<String, List<ManifestDelta>> deltas) {
    List<String> manifests = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    deltas.forEach((manifest, own) ->
        Netting.touched(own)
            .forEach(key -> {
              manifests.add(manifest);
              keys.add(key);
            }));
    Map<String, Map<String, PublishedLine>> found = new HashMap<>();
    jdbc.query(
        """
        select t.manifest, t.line, l.seq, l.fields
        from unnest(?::text[], ?::text[]) as t (manifest, line)
        cross join lateral (
          select seq, fields from manifest_line
          where conference = ? and manifest = t.manifest and line = t.line limit 1) l\
        """,
        row -> {
          found
              .computeIfAbsent(row.getString(1), _ -> new HashMap<>())
              .put(row.getString(2), new PublishedLine(row.getLong(3), fields(row.getString(4))));
        },
        manifests.toArray(String[]::new),
        keys.toArray(String[]::new),
        conference);
    return found;
  }

  /// @param again lines of an earlier batch of the same cut may come once more
  void write(UUID conference, LineBatch batch, boolean again) {
    lineTables.write(conference, batch, again);
  }

  /// Lines that a later batch has brought back to where they were are none of the version.
  void forgetReturned(UUID conference, Map<String, Long> versions) {
    jdbc.update(
        """
        delete from manifest_version_line l using unnest(?::text[], ?::bigint[]) as v (manifest, version)
        where l.conference = ? and l.manifest = v.manifest and l.version = v.version
          and l.before is not distinct from l.after\
        """,
        versions.keySet().toArray(String[]::new),
        versions.values().toArray(Long[]::new),
        conference);
  }

  Map<String, Long> lineCounts(UUID conference, Map<String, Long> versions) {
    Map<String, Long> counts = new HashMap<>();
    jdbc.query(
        """
        select l.manifest, count(*) from unnest(?::text[], ?::bigint[]) as v (manifest, version)
        join manifest_version_line l on l.conference = ? and l.manifest = v.manifest and l.version = v.version
        group by l.manifest\
        """,
        row -> {
          counts.put(row.getString(1), row.getLong(2));
        },
        versions.keySet().toArray(String[]::new),
        versions.values().toArray(Long[]::new),
        conference);
    return counts;
  }

  void write(UUID conference, List<Head> heads) {
    jdbc.batchUpdate(
        "update manifest set version = ?, header = ?, header_seq = ?, hash = ? where conference = ? and manifest = ?",
        heads,
        heads.size(),
        (statement, head) -> {
          statement.setLong(1, head.version());
          statement.setString(2, text(head.header()));
          statement.setLong(3, head.headerSeq());
          statement.setString(4, head.hash());
          statement.setObject(5, conference);
          statement.setString(6, head.manifest());
        });
  }

  void add(UUID conference, UUID root, boolean unfinished, List<Cut> cuts) {
    if (cuts.isEmpty()) {
      return;
    }
    jdbc.batchUpdate(
        """
        insert into manifest_version (conference, manifest, version, root, unfinished, header_before, header_after, line_count)
        values (?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        cuts,
        cuts.size(),
        (statement, cut) -> {
          statement.setObject(1, conference);
          statement.setString(2, cut.manifest());
          statement.setLong(3, cut.version());
          statement.setObject(4, root);
          statement.setBoolean(5, unfinished);
          statement.setString(6, text(cut.difference().header().before()));
          statement.setString(7, text(cut.difference().header().after()));
          statement.setLong(8, cut.lineCount());
        });
  }
}
