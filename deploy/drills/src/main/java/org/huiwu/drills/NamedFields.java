package org.huiwu.drills;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// The fields that FORMAT.md names for each kind of manifest, and how its lines are keyed: what is
/// written out and compared. A manifest may carry more.
final class NamedFields {
  private static final Map<String, Set<String>> HEADER =
      Map.of(
          "rooming", Set.of("hotel"),
          "meal", Set.of("starts", "kitchen"),
          "trip", Set.of("plate", "departs"),
          "site", Set.of("arrives", "plates"),
          "session", Set.of("hall", "starts"));
  private static final Map<String, Set<String>> LINE =
      Map.of(
          "rooming", Set.of("from", "to", "rooms"),
          "meal", Set.of("count"),
          "trip", Set.of("number", "time", "rank"),
          "site", Set.of("bus", "rank", "diet"),
          "session", Set.of("seats"));

  private NamedFields() {}

  static SortedMap<String, String> header(String manifest, JsonNode fields) {
    return named(HEADER, manifest, fields);
  }

  static SortedMap<String, String> line(String manifest, JsonNode fields) {
    return named(LINE, manifest, fields);
  }

  static boolean namedInHeader(String manifest, String field) {
    return of(HEADER, manifest).contains(field);
  }

  /// A person's line is `DELEGATION/name`, any other bears its own key.
  static String key(String key, JsonNode fields) {
    var delegation = fields.path("delegation");
    var name = fields.path("name");
    return delegation.isString() && name.isString()
        ? delegation.asString() + "/" + name.asString()
        : key;
  }

  private static SortedMap<String, String> named(
      Map<String, Set<String>> kinds, String manifest, JsonNode fields) {
    SortedMap<String, String> named = new TreeMap<>();
    for (var field : of(kinds, manifest)) {
      if (fields.path(field).isString()) {
        named.put(field, fields.path(field).asString());
      }
    }
    return named;
  }

  private static Set<String> of(Map<String, Set<String>> kinds, String manifest) {
    var kind = manifest.substring(0, Math.max(0, manifest.indexOf(':')));
    var fields = kinds.get(kind);
    if (fields == null) {
      throw new DrillException("The platform has a manifest of an unknown kind: " + manifest);
    }
    return fields;
  }
}
