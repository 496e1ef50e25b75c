package org.huiwu.notification.sitepage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiwu.notification.sitelink.SiteLinks;
import org.huiwu.notification.standing.RecipientsChanged;
import org.huiwu.notification.stream.ReadOnce;
import org.huiwu.notification.stream.StreamEvent;
import org.huiwu.platform.messaging.WireJson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// What each event of a conference's live stream says to which recipient: of a new version its
/// number and nothing else. Read once for all pages that follow.
@Component
public class SiteEvents {
  /// Of everybody's concern.
  private static final String ALL = "";

  /// @param type `version`, `acknowledged`, `live`, or `closed` when the page is to close
  public record Told(String type, String data) {}

  private record Version(String manifest, long version) {}

  private final JdbcTemplate jdbc;
  private final ReadOnce<Map<String, List<Told>>> read = new ReadOnce<>();

  SiteEvents(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// What an event says to a recipient; mostly nothing.
  public List<Told> to(UUID conference, String contact, StreamEvent event) {
    var all = read.of(conference, event, () -> meaning(conference, event));
    return all.getOrDefault(contact, all.getOrDefault(ALL, List.of()));
  }

  private Map<String, List<Told>> meaning(UUID conference, StreamEvent event) {
    return switch (event.type()) {
      case "change-settled", "change-unfinished" ->
          versions(conference, WireJson.mapper().readTree(event.data()).path("revised"));
      case "manifest-repaired" ->
          versions(conference, List.of(WireJson.mapper().readTree(event.data())));
      case "acknowledged" -> {
        var data = WireJson.mapper().readTree(event.data());
        yield Map.of(
            data.path("contact").asString(""), List.of(new Told("acknowledged", version(data))));
      }
      case SiteLinks.REVOKED ->
          Map.of(
              WireJson.mapper().readTree(event.data()).path("contact").asString(""),
              List.of(new Told("closed", "{}")));
      case RecipientsChanged.TYPE -> live(event);
      case "went-live" -> Map.of(ALL, List.of(new Told("live", "{}")));
      default -> Map.of();
    };
  }

  /// Their list of manifests is another one now.
  private static Map<String, List<Told>> live(StreamEvent event) {
    return WireJson.mapper()
        .readTree(event.data())
        .path("contacts")
        .valueStream()
        .collect(Collectors.toMap(c -> c.asString(""), _ -> List.of(new Told("live", "{}"))));
  }

  private Map<String, List<Told>> versions(UUID conference, Iterable<JsonNode> revised) {
    Map<String, String> said = new LinkedHashMap<>();
    revised.forEach(one -> said.put(one.path("manifest").asString(""), version(one)));
    Map<String, List<Told>> told = new LinkedHashMap<>();
    if (!said.isEmpty()) {
      jdbc.query(
          "select contact, manifest from standing where conference = ? and active and manifest = any(?)",
          row -> {
            told.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                .add(new Told("version", said.getOrDefault(row.getString(2), "{}")));
          },
          conference,
          said.keySet().toArray(String[]::new));
    }
    return told;
  }

  private static String version(JsonNode of) {
    return WireJson.mapper()
        .writeValueAsString(
            new Version(of.path("manifest").asString(""), of.path("version").asLong(0)));
  }
}
