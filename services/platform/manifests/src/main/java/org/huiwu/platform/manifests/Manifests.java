package org.huiwu.platform.manifests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.huiwu.platform.manifests.Contribution.Header;
import org.huiwu.platform.manifests.Contribution.Line;
import org.huiwu.platform.manifests.Contribution.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The owner's own copy of its manifests, whole: what notification fetches when it finds a gap, and
/// what a check compares with a recomputation.
public final class Manifests {

  /// @param header null when the manifest is closed
  public record Whole(
      String manifest,
      long seq,
      String hash,
      @Nullable Map<String, String> header,
      SortedMap<String, Map<String, String>> lines) {}

  public record Head(String manifest, long seq, String hash) {}

  private static final TypeReference<List<Contribution>> LIST = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  Manifests(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public List<Head> heads(UUID conference) {
    return jdbc.query(
        "select manifest, seq, hash from manifest_head where conference = ? order by manifest",
        (row, _) -> new Head(row.getString(1), row.getLong(2), row.getString(3)),
        conference);
  }

  /// Reads the whole content in one statement, so that head and lines belong together.
  public Optional<Whole> find(UUID conference, String manifest) {
    Map<String, Map<String, String>> lines = new HashMap<>();
    List<Whole> heads =
        jdbc.query(
            """
            select h.seq, h.hash, h.header::text,
              (select coalesce(json_agg(json_build_array(t.line, t.field, t.amount::text)), '[]')::text from manifest_tally t
                where t.conference = h.conference and t.manifest = h.manifest and t.amount > 0),
              (select coalesce(json_agg(s.contributions), '[]')::text from subject_contribution s
                where s.conference = h.conference and strpos(s.contributions, ?) > 0)
            from manifest_head h where h.conference = ? and h.manifest = ?\
            """,
            (row, _) -> {
              var tallies =
                  json.readValue(row.getString(4), new TypeReference<List<List<String>>>() {});
              tallies.forEach(t -> lines.put(t.get(0), Map.of(t.get(1), t.get(2))));
              var subjects = json.readValue(row.getString(5), new TypeReference<List<String>>() {});
              subjects.forEach(s -> own(manifest, json.readValue(s, LIST), lines));
              var header = row.getString(3);
              return new Whole(
                  manifest,
                  row.getLong(1),
                  row.getString(2),
                  header == null ? null : json.readValue(header, FIELDS),
                  new TreeMap<>(lines));
            },
            json.writeValueAsString(manifest),
            conference,
            manifest);
    return heads.stream().findFirst();
  }

  /// What open manifests count, all of them at once: amounts by line, by manifest. Lines at zero
  /// are left out, and manifests without any.
  public SortedMap<String, SortedMap<String, Long>> counted(UUID conference) {
    SortedMap<String, SortedMap<String, Long>> counted = new TreeMap<>();
    jdbc.query(
        """
        select manifest, t.line, t.amount
        from manifest_tally t join manifest_head h using (conference, manifest)
        where conference = ? and h.header is not null and t.amount > 0\
        """,
        row -> {
          counted
              .computeIfAbsent(row.getString(1), _ -> new TreeMap<>())
              .put(row.getString(2), row.getLong(3));
        },
        conference);
    return counted;
  }

  private static void own(
      String manifest, List<Contribution> contributions, Map<String, Map<String, String>> lines) {
    for (var c : contributions) {
      switch (c) {
        case Line(var m, var line, var fields) when m.equals(manifest) -> lines.put(line, fields);
        case Header _, Line _, Tally _ -> {}
      }
    }
  }
}
