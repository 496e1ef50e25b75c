package org.huiwu.notification.manifest;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Reads manifests as they are, as they were at any version, and what differs between two.
@Component
public class ManifestLibrary {
  public record Summary(
      String manifest,
      String owner,
      long version,
      boolean closed,
      @Nullable SortedMap<String, String> header) {}

  /// @param closed it had a header and has none any more
  /// @param unfinished it was cut before its change had settled, and the change is still open
  public record Content(
      String manifest,
      long version,
      boolean closed,
      boolean unfinished,
      SortedMap<String, String> header,
      SortedMap<String, SortedMap<String, String>> lines) {}

  public record VersionNote(long version, UUID change, Instant cutAt, boolean unfinished) {}

  private final JdbcTemplate jdbc;

  ManifestLibrary(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public List<Summary> all(UUID conference) {
    return jdbc.query(
        "select manifest, owner, version, header from manifest where conference = ? and version > 0 order by manifest",
        (row, _) ->
            new Summary(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4) == null,
                ManifestVersions.fields(row.getString(4))),
        conference);
  }

  /// One statement, so that version, header and lines belong together.
  public Optional<Content> current(UUID conference, String manifest) {
    SortedMap<String, SortedMap<String, String>> lines = new TreeMap<>();
    List<Content> found =
        jdbc.query(
            """
            select m.version, m.header, l.line, l.fields from manifest m
            left join manifest_line l
              on l.conference = m.conference and l.manifest = m.manifest and l.fields is not null
            where m.conference = ? and m.manifest = ? and m.version > 0\
            """,
            (row, _) -> {
              var fields = ManifestVersions.fields(row.getString(4));
              if (fields != null) {
                lines.put(row.getString(3), fields);
              }
              var header = ManifestVersions.fields(row.getString(2));
              return new Content(
                  manifest,
                  row.getLong(1),
                  header == null,
                  false,
                  header == null ? new TreeMap<>() : header,
                  lines);
            },
            conference,
            manifest);
    return found.stream()
        .findFirst()
        .map(c ->
            new Content(
                manifest,
                c.version(),
                c.closed(),
                unfinished(conference, manifest, c.version()),
                c.header(),
                lines));
  }

  public Optional<Long> latest(UUID conference, String manifest) {
    return jdbc
        .query(
            "select version from manifest where conference = ? and manifest = ? and version > 0",
            (row, _) -> row.getLong(1),
            conference,
            manifest)
        .stream()
        .findFirst();
  }

  /// By manifest, of those that have a version.
  public Map<String, Long> latest(UUID conference, Collection<String> manifests) {
    Map<String, Long> found = new HashMap<>();
    jdbc.query(
        "select manifest, version from manifest where conference = ? and manifest = any(?) and version > 0",
        row -> {
          found.put(row.getString(1), row.getLong(2));
        },
        conference,
        manifests.toArray(String[]::new));
    return found;
  }

  public List<VersionNote> versions(UUID conference, String manifest) {
    return jdbc.query(
        "select version, root, cut_at, unfinished from manifest_version where conference = ? and manifest = ? order by version",
        (row, _) ->
            new VersionNote(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getTimestamp(3).toInstant(),
                row.getBoolean(4)),
        conference,
        manifest);
  }

  /// The manifest as it was at a version.
  public Optional<Content> at(UUID conference, String manifest, long version) {
    if (version < 1 || latest(conference, manifest).filter(l -> l >= version).isEmpty()) {
      return Optional.empty();
    }
    var whole = difference(conference, manifest, 0, version);
    SortedMap<String, SortedMap<String, String>> lines = new TreeMap<>();
    whole
        .lines()
        .forEach((key, change) -> {
          if (change.after() != null) {
            lines.put(key, change.after());
          }
        });
    var header = whole.header().after();
    return Optional.of(
        new Content(
            manifest,
            version,
            header == null,
            unfinished(conference, manifest, version),
            header == null ? new TreeMap<>() : header,
            lines));
  }

  private boolean unfinished(UUID conference, String manifest, long version) {
    return jdbc.queryForList(
            """
            select v.unfinished and exists (select 1 from change c where c.root = v.root and c.state = 'open')
            from manifest_version v where v.conference = ? and v.manifest = ? and v.version = ?\
            """,
            Boolean.class,
            conference,
            manifest,
            version)
        .contains(true);
  }

  /// What differs from version `from` (0: nothing yet) to version `to`; backwards when `from` is
  /// the later.
  public Difference difference(UUID conference, String manifest, long from, long to) {
    var forward =
        Difference.over(steps(conference, manifest, Math.min(from, to), Math.max(from, to)));
    return from <= to ? forward : forward.reversed();
  }

  private List<Difference> steps(UUID conference, String manifest, long after, long upTo) {
    SortedMap<Long, SortedMap<String, LineChange>> lines = new TreeMap<>();
    jdbc.query(
        """
        select version, line, before, after from manifest_version_line
        where conference = ? and manifest = ? and version > ? and version <= ?\
        """,
        row -> {
          lines
              .computeIfAbsent(row.getLong(1), _ -> new TreeMap<>())
              .put(row.getString(2), change(row.getString(3), row.getString(4)));
        },
        conference,
        manifest,
        after,
        upTo);
    return jdbc.query(
        """
        select version, header_before, header_after from manifest_version
        where conference = ? and manifest = ? and version > ? and version <= ? order by version\
        """,
        (row, _) ->
            new Difference(
                change(row.getString(2), row.getString(3)),
                lines.getOrDefault(row.getLong(1), new TreeMap<>())),
        conference,
        manifest,
        after,
        upTo);
  }

  private static LineChange change(@Nullable String before, @Nullable String after) {
    return new LineChange(ManifestVersions.fields(before), ManifestVersions.fields(after));
  }

  /// The versions that a change has made; their lines only where there are few enough of them in
  /// all.
  public List<Cut> madeBy(UUID root) {
    Map<String, SortedMap<String, LineChange>> lines = new HashMap<>();
    jdbc.query(
        """
        select l.manifest, l.version, l.line, l.before, l.after from manifest_version v
        join manifest_version_line l
          on l.conference = v.conference and l.manifest = v.manifest and l.version = v.version
        where v.root = ? and ? >= (select sum(c.line_count) from manifest_version c where c.root = ?)\
        """,
        row -> {
          lines
              .computeIfAbsent(row.getString(1) + '@' + row.getLong(2), _ -> new TreeMap<>())
              .put(row.getString(3), change(row.getString(4), row.getString(5)));
        },
        root,
        VersionCut.LINES_TOLD,
        root);
    return jdbc.query(
        "select manifest, version, header_before, header_after, line_count from manifest_version where root = ? order by manifest, version",
        (row, _) ->
            new Cut(
                row.getString(1),
                row.getLong(2),
                new Difference(
                    change(row.getString(3), row.getString(4)),
                    lines.getOrDefault(row.getString(1) + '@' + row.getLong(2), new TreeMap<>())),
                row.getLong(5)),
        root);
  }
}
