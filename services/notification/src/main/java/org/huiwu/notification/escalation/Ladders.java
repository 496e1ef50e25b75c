package org.huiwu.notification.escalation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.platform.messaging.WireJson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The ladder of each kind of manifest: the conference's own where a desk has changed it, else the
/// one that comes with the platform.
@Component
public class Ladders {
  /// What stands before a manifest's colon.
  public static final List<String> KINDS = List.of("trip", "site", "meal", "rooming", "session");

  /// @param version 0: nobody has changed it
  public record Stored(Ladder ladder, long version) {}

  private final JdbcTemplate jdbc;
  private final Map<String, Ladder> defaults = new HashMap<>();

  Ladders(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    KINDS.forEach(kind -> defaults.put(kind, shipped(kind)));
  }

  private static Ladder shipped(String kind) {
    try (var in = Ladders.class.getResourceAsStream(kind + ".json")) {
      if (in == null) {
        throw new IllegalStateException("no ladder for " + kind);
      }
      return WireJson.mapper().readValue(in, Ladder.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Empty when there is no such kind of manifest.
  public Optional<Stored> find(UUID conference, String kind) {
    return Optional.ofNullable(all(conference).get(kind));
  }

  /// Of a manifest, by its kind.
  public Ladder of(UUID conference, String manifest) {
    var kind = manifest.substring(0, manifest.indexOf(':'));
    return find(conference, kind)
        .orElseThrow(() -> new IllegalArgumentException("no ladder for " + kind))
        .ladder();
  }

  /// By kind, every one.
  public Map<String, Stored> all(UUID conference) {
    Map<String, Stored> all = new HashMap<>();
    defaults.forEach((kind, ladder) -> all.put(kind, new Stored(ladder, 0)));
    jdbc.query(
        "select kind, version, said from ladder where conference = ?",
        row -> {
          all.put(
              row.getString(1),
              new Stored(
                  WireJson.mapper().readValue(row.getString(3), Ladder.class), row.getLong(2)));
        },
        conference);
    return all;
  }

  /// @return its version now
  public long replace(UUID conference, String kind, Ladder ladder) {
    return jdbc.queryForList(
            """
            insert into ladder as l (conference, kind, version, said) values (?, ?, 1, ?)
            on conflict (conference, kind) do update set version = l.version + 1, said = excluded.said
            returning version\
            """,
            Long.class,
            conference,
            kind,
            WireJson.mapper().writeValueAsString(ladder))
        .getFirst();
  }
}
