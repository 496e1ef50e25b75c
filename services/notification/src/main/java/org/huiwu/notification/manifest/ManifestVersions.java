package org.huiwu.notification.manifest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.huiwu.notification.manifest.Netting.Published;
import org.huiwu.notification.manifest.Netting.PublishedLine;
import org.huiwu.platform.manifests.ContentHash;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.huiwu.platform.messaging.WireJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/// Takes in deltas and cuts versions, inside the ledger's transaction and under the conference's
/// lock.
@Component
public class ManifestVersions {
  private static final TypeReference<TreeMap<String, String>> FIELDS = new TypeReference<>() {};

  /// One version that a change has made.
  public record Cut(String manifest, long version, Difference difference) {}

  private record Owned(String owner, ManifestDelta delta) {}

  private record Head(
      String manifest,
      String owner,
      long version,
      @Nullable String header,
      long headerSeq,
      String hash,
      long repairedSeq) {}

  private final JdbcTemplate jdbc;

  ManifestVersions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
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

  /// Cuts at most one version of each manifest. Deltas up to the last repair are passed over: the
  /// whole that it took in held them.
  ///
  /// @param unfinished the ripple has not ended; more may come of the same change
  public List<Cut> cut(UUID conference, UUID root, List<ManifestDelta> deltas, boolean unfinished) {
    Map<String, List<ManifestDelta>> byManifest = new LinkedHashMap<>();
    deltas.forEach(d -> byManifest.computeIfAbsent(d.manifest(), _ -> new ArrayList<>()).add(d));
    if (byManifest.isEmpty()) {
      return List.of();
    }
    var heads = heads(conference, byManifest.keySet());
    var lines = lines(conference, byManifest);
    List<Cut> cuts = new ArrayList<>();
    List<@Nullable Object[]> versions = new ArrayList<>();
    List<@Nullable Object[]> manifests = new ArrayList<>();
    List<@Nullable Object[]> stored = new ArrayList<>();
    byManifest.forEach((manifest, own) -> {
      var head = heads.get(manifest);
      if (head == null) {
        throw new IllegalStateException("a delta of " + manifest + " was cut before it was taken");
      }
      var net =
          Netting.net(
              own.stream().filter(d -> d.seq() > head.repairedSeq()).toList(),
              new Published(
                  fields(head.header()), head.headerSeq(), lines.getOrDefault(manifest, Map.of())));
      net.lines()
          .forEach((key, line) ->
              stored.add(
                  new @Nullable Object[] {
                    conference, manifest, key, line.seq(), text(line.fields())
                  }));
      var version = net.revises() ? head.version() + 1 : head.version();
      var hash = rehash(head.hash(), net.difference());
      manifests.add(
          new @Nullable Object[] {
            version, text(net.header()), net.headerSeq(), hash, conference, manifest
          });
      if (net.revises()) {
        cuts.add(new Cut(manifest, version, net.difference()));
        versions.add(
            new @Nullable Object[] {
              conference,
              manifest,
              version,
              root,
              unfinished,
              text(net.difference().header().before()),
              text(net.difference().header().after()),
              WireJson.mapper().writeValueAsString(net.difference().lines())
            });
      }
    });
    write(stored, manifests, versions);
    return cuts;
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

  private void write(
      List<@Nullable Object[]> lines,
      List<@Nullable Object[]> manifests,
      List<@Nullable Object[]> versions) {
    if (!lines.isEmpty()) {
      jdbc.batchUpdate(
          """
          insert into manifest_line (conference, manifest, line, seq, fields) values (?, ?, ?, ?, ?)
          on conflict (conference, manifest, line) do update set seq = excluded.seq, fields = excluded.fields\
          """,
          lines);
    }
    jdbc.batchUpdate(
        "update manifest set version = ?, header = ?, header_seq = ?, hash = ? where conference = ? and manifest = ?",
        manifests);
    if (!versions.isEmpty()) {
      jdbc.batchUpdate(
          """
          insert into manifest_version (conference, manifest, version, root, unfinished, header_before, header_after, lines)
          values (?, ?, ?, ?, ?, ?, ?, ?)\
          """,
          versions);
    }
  }

  private Map<String, Head> heads(UUID conference, Collection<String> manifests) {
    Map<String, Head> heads = new HashMap<>();
    jdbc.query(
        """
        select manifest, owner, version, header, header_seq, hash, repaired_seq
        from manifest where conference = ? and manifest = any(?)\
        """,
        row -> {
          heads.put(
              row.getString(1),
              new Head(
                  row.getString(1),
                  row.getString(2),
                  row.getLong(3),
                  row.getString(4),
                  row.getLong(5),
                  row.getString(6),
                  row.getLong(7)));
        },
        conference,
        manifests.toArray(String[]::new));
    return heads;
  }

  private Map<String, Map<String, PublishedLine>> lines(
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

  static String rehash(String hash, Difference difference) {
    var sum = hash;
    for (var line : difference.lines().entrySet()) {
      sum = shift(sum, line.getKey(), line.getValue());
    }
    return shift(sum, "", difference.header());
  }

  private static String shift(String hash, String line, LineChange change) {
    var sum = change.before() == null ? hash : ContentHash.minus(hash, line, change.before());
    return change.after() == null ? sum : ContentHash.plus(sum, line, change.after());
  }

  static @Nullable SortedMap<String, String> fields(@Nullable String text) {
    return text == null ? null : WireJson.mapper().readValue(text, FIELDS);
  }

  static @Nullable String text(@Nullable Map<String, String> fields) {
    return fields == null ? null : WireJson.mapper().writeValueAsString(fields);
  }
}
