package org.huiwu.platform.manifests;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.huiwu.platform.messaging.Restated;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// After a restore every manifest goes on with numbers that lie above any that were given before,
/// in this incarnation or an earlier one: whoever publishes them finds a gap before the delta said
/// here, and asks for the whole. Where it equals what is published there is no new version.
final class ManifestsRestated implements Restated {
  private static final int AFTER_ALL_AGGREGATES = 1_000;
  private static final int INCARNATION_BITS = 40;
  private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

  private record Head(String manifest, String hash, @Nullable Map<String, String> header) {}

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  ManifestsRestated(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public int order() {
    return AFTER_ALL_AGGREGATES;
  }

  @Override
  public Optional<String> say(ChangeScope scope, String after, int limit) {
    var base = base();
    var heads =
        jdbc.query(
            """
            update manifest_head h set seq = ? from (
              select conference, manifest from manifest_head
              where conference = ? and manifest > ? order by manifest limit ?) n
            where h.conference = n.conference and h.manifest = n.manifest
            returning h.manifest, h.hash, h.header::text\
            """,
            (row, _) -> new Head(row.getString(1), row.getString(2), fields(row.getString(3))),
            base + 1,
            scope.conference(),
            after,
            limit);
    scope.revised(heads.stream().map(h -> delta(h, base)).toList());
    return heads.stream().map(Head::manifest).max(String::compareTo);
  }

  private static ManifestDelta delta(Head head, long base) {
    return new ManifestDelta(
        head.manifest(),
        base + 1,
        base,
        head.hash(),
        head.header(),
        head.header() == null,
        Map.of());
  }

  private long base() {
    List<Long> incarnation =
        jdbc.queryForList("select incarnation from messaging_identity", Long.class);
    return incarnation.getFirst() << INCARNATION_BITS;
  }

  private @Nullable Map<String, String> fields(@Nullable String header) {
    return header == null ? null : json.readValue(header, FIELDS);
  }
}
