package org.huiwu.notification.personal;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.platform.messaging.WireJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/// The lines of people in the manifests as they are, with what their owners say of the things. Goes
/// from the few manifests to one line of each by the primary key: an index by line would cost every
/// import.
@Component
public class PersonalLines {
  private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

  /// @param line a person, of a session a delegation
  /// @param due as [org.huiwu.notification.upstream.ManifestFacts#due]
  public record Line(
      String manifest,
      String kind,
      String title,
      @Nullable String contact,
      @Nullable LocalDateTime due,
      @Nullable String route,
      @Nullable String tripKind,
      @Nullable String place,
      String line,
      Map<String, String> fields,
      Map<String, String> header) {

    public String code() {
      return manifest.substring(manifest.indexOf(':') + 1);
    }

    public boolean isExcursion() {
      return kind.equals("trip") && "excursion".equals(tripKind);
    }

    public boolean isPickup() {
      return kind.equals("trip") && !isExcursion();
    }

    public String field(String name) {
      return fields.getOrDefault(name, "");
    }

    /// Null when there is none.
    public @Nullable LocalDateTime headerTime(String name) {
      return time(header.getOrDefault(name, ""));
    }

    public @Nullable LocalDateTime fieldTime(String name) {
      return time(field(name));
    }

    private static @Nullable LocalDateTime time(String text) {
      return text.isBlank() ? null : LocalDateTime.parse(text);
    }

    @Override
    public String toString() {
      return "Line[" + manifest + "]";
    }
  }

  private final JdbcTemplate jdbc;

  PersonalLines(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// @param keys of lines
  /// @param kinds of manifests
  public List<Line> of(UUID conference, Collection<String> keys, List<String> kinds) {
    return jdbc.query(
        """
        select f.manifest, f.kind, f.title, f.contact, f.due, f.route, f.trip_kind, f.place, l.line, l.fields, m.header
        from manifest_fact f
        join manifest m on m.conference = f.conference and m.manifest = f.manifest and m.header is not null
        join manifest_line l
          on l.conference = f.conference and l.manifest = f.manifest and l.line = any(?) and l.fields is not null
        where f.conference = ? and f.kind = any(?) and not f.cancelled
        order by f.manifest, l.line\
        """,
        (row, _) ->
            new Line(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDateTime.class),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                WireJson.mapper().readValue(row.getString(10), FIELDS),
                WireJson.mapper().readValue(row.getString(11), FIELDS)),
        keys.toArray(String[]::new),
        conference,
        kinds.toArray(String[]::new));
  }
}
