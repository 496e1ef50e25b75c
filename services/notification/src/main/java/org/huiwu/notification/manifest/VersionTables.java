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

  VersionTables(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
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

  /// The published lines that these deltas touch, by manifest and key.
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
        select l.manifest, l.line, l.seq, l.fields
        from unnest(?::text[], ?::text[]) as t (manifest, line)
        join manifest_line l on l.conference = ? and l.manifest = t.manifest and l.line = t.line\
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

  Writing writing(UUID conference, boolean again) {
    return new Writing(conference, again);
  }

  /// The lines of one batch, written in two statements.
  final class Writing {
    private final UUID conference;
    private final boolean again;
    private final List<String> manifests = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<Long> seqs = new ArrayList<>();
    private final List<@Nullable String> contents = new ArrayList<>();
    private final List<String> revised = new ArrayList<>();
    private final List<Long> versions = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<@Nullable String> before = new ArrayList<>();
    private final List<@Nullable String> after = new ArrayList<>();

    /// @param again lines of an earlier batch of the same cut may come once more
    private Writing(UUID conference, boolean again) {
      this.conference = conference;
      this.again = again;
    }

    /// @param published the lines as they are now
    /// @param changes what of them the version revises
    void take(
        String manifest,
        long version,
        Map<String, PublishedLine> published,
        Map<String, LineChange> changes) {
      published.forEach((key, line) -> {
        var content = text(line.fields());
        manifests.add(manifest);
        lines.add(key);
        seqs.add(line.seq());
        contents.add(content);
        var change = changes.get(key);
        if (change != null) {
          revised.add(manifest);
          versions.add(version);
          keys.add(key);
          before.add(text(change.before()));
          after.add(content);
        }
      });
    }

    void write() {
      if (!lines.isEmpty()) {
        jdbc.update(
            """
            insert into manifest_line (conference, manifest, line, seq, fields)
            select ?, x.* from unnest(?::text[], ?::text[], ?::bigint[], ?::text[]) as x
            on conflict (conference, manifest, line) do update set seq = excluded.seq, fields = excluded.fields\
            """,
            conference,
            texts(manifests),
            texts(lines),
            seqs.toArray(Long[]::new),
            texts(contents));
      }
      if (!keys.isEmpty()) {
        jdbc.update(
            """
            insert into manifest_version_line (conference, manifest, version, line, before, after)
            select ?, x.* from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[]) as x\
            """
                + (again
                    ? " on conflict (conference, manifest, version, line) do update set after = excluded.after"
                    : ""),
            conference,
            texts(revised),
            versions.toArray(Long[]::new),
            texts(keys),
            texts(before),
            texts(after));
      }
    }

    private static @Nullable String[] texts(List<? extends @Nullable String> all) {
      return all.toArray(String[]::new);
    }
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
