package org.huiwu.notification.personal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiwu.notification.stream.ReadOnce;
import org.huiwu.notification.stream.StreamEvent;
import org.huiwu.platform.messaging.WireJson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Whom each event of a conference's live stream concerns among those who have their own page open.
/// Read once for all of them.
@Component
public class PersonalEvents {
  /// @param all whoever it is
  /// @param keys of lines: people and delegations
  /// @param closed whose pages are to close
  private record Meaning(boolean all, Set<String> keys, Set<String> closed) {
    static final Meaning NOTHING = new Meaning(false, Set.of(), Set.of());
    static final Meaning EVERYBODY = new Meaning(true, Set.of(), Set.of());
  }

  public enum Told {
    NOTHING,
    CHANGED,
    CLOSED
  }

  private final JdbcTemplate jdbc;
  private final ReadOnce<Meaning> read = new ReadOnce<>();

  PersonalEvents(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public Told to(UUID conference, String person, String delegation, StreamEvent event) {
    var meaning = read.of(conference, event, () -> meaning(conference, event));
    if (meaning.closed.contains(person)) {
      return Told.CLOSED;
    }
    return meaning.all || meaning.keys.contains(person) || meaning.keys.contains(delegation)
        ? Told.CHANGED
        : Told.NOTHING;
  }

  private Meaning meaning(UUID conference, StreamEvent event) {
    return switch (event.type()) {
      case "change-settled", "change-unfinished" ->
          revised(conference, WireJson.mapper().readTree(event.data()).path("revised"));
      case "went-live", "manifest-repaired" -> Meaning.EVERYBODY;
      case PersonalLinks.REVOKED ->
          new Meaning(
              false,
              Set.of(),
              Set.of(WireJson.mapper().readTree(event.data()).path("person").asString("")));
      default -> Meaning.NOTHING;
    };
  }

  /// A meal's list has no names: when or where one is had concerns everybody.
  private Meaning revised(UUID conference, JsonNode revised) {
    Set<String> keys = new HashSet<>();
    Set<String> whole = new HashSet<>();
    for (var one : revised) {
      var lines = one.path("lines");
      var manifest = one.path("manifest").asString("");
      var headed = !one.path("header").isEmpty();
      if (lines.isEmpty() && one.path("lineCount").asLong(0) > 0
          || headed && manifest.startsWith("meal:")) {
        return Meaning.EVERYBODY;
      }
      keys.addAll(lines.propertyNames());
      if (headed) {
        whole.add(manifest);
      }
    }
    keys.addAll(linesOf(conference, whole));
    return new Meaning(false, keys, Set.of());
  }

  private List<String> linesOf(UUID conference, Set<String> manifests) {
    return manifests.isEmpty()
        ? List.of()
        : jdbc.queryForList(
            "select distinct line from manifest_line where conference = ? and manifest = any(?) and fields is not null",
            String.class,
            conference,
            manifests.toArray(String[]::new));
  }
}
