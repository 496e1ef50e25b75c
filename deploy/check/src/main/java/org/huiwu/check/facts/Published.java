package org.huiwu.check.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The manifests as notification has published them, in their newest versions.
///
/// @param manifests by name; those that were never cut (version 0) and say nothing are not among
///   them
/// @param forgotten lines of which the versions' differences end in something else than the newest
///   version says
public record Published(SortedMap<String, Version> manifests, List<Forgotten> forgotten) {
  private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
  private static final JsonMapper JSON = new JsonMapper();

  /// @param header null when the manifest is closed
  public record Version(
      long number, @Nullable Map<String, String> header, Map<String, Map<String, String>> lines) {

    /// Closed and empty: there is no such list any more.
    public boolean saysNothing() {
      return header == null && lines.isEmpty();
    }
  }

  /// @param line empty for the header
  public record Forgotten(String manifest, String line) {}

  public static Published read(JdbcTemplate notification, UUID conference) {
    SortedMap<String, Version> manifests = new TreeMap<>();
    notification.query(
        "select manifest, version, header from manifest where conference = ?",
        row -> {
          var header = row.getString(3);
          manifests.put(
              row.getString(1),
              new Version(row.getLong(2), header == null ? null : fields(header), new HashMap<>()));
        },
        conference);
    notification.query(
        "select manifest, line, fields from manifest_line where conference = ? and fields is not null",
        row -> {
          var line = row.getString(2);
          var content = fields(row.getString(3));
          var manifest =
              manifests.computeIfAbsent(
                  row.getString(1), _ -> new Version(0, null, new HashMap<>()));
          manifest.lines().put(line, content);
        },
        conference);
    return new Published(manifests, forgotten(notification, conference));
  }

  private static Map<String, String> fields(String json) {
    return JSON.readValue(json, FIELDS);
  }

  private static List<Forgotten> forgotten(JdbcTemplate notification, UUID conference) {
    return notification.query(
        """
        with told as (
          select distinct on (manifest, line) manifest, line, after from manifest_version_line
          where conference = ? order by manifest, line, version desc),
        header as (
          select distinct on (manifest) manifest, version, header_after from manifest_version
          where conference = ? order by manifest, version desc),
        line as (select manifest, line, fields from manifest_line where conference = ?),
        head as (select manifest, version, header from manifest where conference = ?)
        select manifest, line from told full join line using (manifest, line)
        where told.after::jsonb is distinct from line.fields::jsonb
        union all
        select manifest, '' from header full join head using (manifest)
        where header.header_after::jsonb is distinct from head.header::jsonb
          or coalesce(header.version, 0) is distinct from coalesce(head.version, 0)
        order by 1, 2\
        """,
        (row, _) -> new Forgotten(row.getString(1), row.getString(2)),
        conference,
        conference,
        conference,
        conference);
  }
}
