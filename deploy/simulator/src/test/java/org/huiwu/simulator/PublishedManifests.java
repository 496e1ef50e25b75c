package org.huiwu.simulator;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.huiwu.oracle.Manifest;
import org.huiwu.oracle.Manifests;
import org.huiwu.platform.manifests.ContentHash;
import org.huiwu.platform.messaging.WireJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;

/// What notification publishes of one conference, with people named as FORMAT.md names them
/// (`DELEGATION/name`), since two runs of one conference give them different ids.
///
/// @param all every field
record PublishedManifests(SortedMap<String, Manifest> all) {
  private static final TypeReference<TreeMap<String, String>> FIELDS = new TypeReference<>() {};

  /// The fields that FORMAT.md names, by kind; a field of the same name means the same in a header
  /// and in a line.
  private static final Map<String, Set<String>> NAMED =
      Map.of(
          "rooming", Set.of("hotel", "from", "to", "rooms"),
          "meal", Set.of("starts", "kitchen", "count"),
          "trip", Set.of("plate", "departs", "number", "time", "rank"),
          "site", Set.of("arrives", "plates", "bus", "rank", "diet"),
          "session", Set.of("hall", "starts", "seats"));

  static PublishedManifests of(JdbcTemplate notification, UUID conference) {
    SortedMap<String, Manifest> all = new TreeMap<>();
    notification.query(
        "select manifest, header from manifest where conference = ? and header is not null",
        row -> {
          all.put(row.getString(1), new Manifest(fields(row.getString(2)), new TreeMap<>()));
        },
        conference);
    notification.query(
        "select manifest, line, fields from manifest_line where conference = ? and fields is not null",
        row -> {
          var manifest = all.get(row.getString(1));
          var fields = fields(row.getString(3));
          if (manifest == null
              || manifest.lines().put(key(row.getString(2), fields), fields) != null) {
            throw new Violation("a line too many in " + row.getString(1) + ": " + fields);
          }
        },
        conference);
    return new PublishedManifests(all);
  }

  private static SortedMap<String, String> fields(String json) {
    return WireJson.mapper().readValue(json, FIELDS);
  }

  static String key(String line, Map<String, String> fields) {
    return fields.containsKey("delegation") && fields.containsKey("name")
        ? fields.get("delegation") + "/" + fields.get("name")
        : line;
  }

  /// Which room somebody gets depends on who was known when it was given: where a desk gives
  /// commands while others' facts are on their way, that is another order.
  PublishedManifests withoutRooms() {
    SortedMap<String, Manifest> others = new TreeMap<>();
    all.forEach((name, manifest) -> {
      SortedMap<String, SortedMap<String, String>> lines = new TreeMap<>();
      manifest
          .lines()
          .forEach((key, fields) -> {
            var without = new TreeMap<>(fields);
            without.remove("room");
            lines.put(key, without);
          });
      others.put(name, new Manifest(manifest.header(), lines));
    });
    return new PublishedManifests(others);
  }

  String hash() {
    var whole = new StringBuilder();
    all.forEach((name, manifest) -> {
      var sum = new ContentHash.Sum(ContentHash.EMPTY);
      sum.plus("", manifest.header());
      manifest.lines().forEach(sum::plus);
      whole.append(name).append(' ').append(sum.hash()).append('\n');
    });
    return whole.toString();
  }

  /// @throws Violation with what differs
  void mustEqual(PublishedManifests other) {
    if (!hash().equals(other.hash())) {
      throw new Violation("differs from the run without faults: " + differences(all, other.all));
    }
  }

  /// @throws Violation with what differs
  void mustEqual(Manifests oracle) {
    SortedMap<String, Manifest> named = new TreeMap<>();
    all.forEach((name, manifest) -> {
      SortedMap<String, SortedMap<String, String>> lines = new TreeMap<>();
      manifest.lines().forEach((key, fields) -> lines.put(key, named(name, fields)));
      named.put(name, new Manifest(named(name, manifest.header()), lines));
    });
    SortedMap<String, Manifest> expected = new TreeMap<>();
    oracle
        .byName()
        .forEach((name, manifest) ->
            expected.put(name, new Manifest(manifest.header(), new TreeMap<>(manifest.lines()))));
    if (!named.equals(expected)) {
      throw new Violation("differs from the oracle: " + differences(named, expected));
    }
  }

  private static SortedMap<String, String> named(String manifest, Map<String, String> fields) {
    var names = NAMED.getOrDefault(manifest.substring(0, manifest.indexOf(':')), Set.of());
    SortedMap<String, String> named = new TreeMap<>(fields);
    named.keySet().retainAll(names);
    return named;
  }

  private static String differences(
      SortedMap<String, Manifest> is, SortedMap<String, Manifest> expected) {
    var text = new StringBuilder();
    Set<String> names = new TreeSet<>(is.keySet());
    names.addAll(expected.keySet());
    for (var name : names) {
      var one = is.get(name);
      var other = expected.get(name);
      if (one == null || other == null) {
        text.append('\n').append(name).append(one == null ? " is missing" : " is too many");
      } else {
        difference(name + " header", one.header(), other.header(), text);
        Set<String> keys = new TreeSet<>(one.lines().keySet());
        keys.addAll(other.lines().keySet());
        keys.forEach(key ->
            difference(name + " " + key, one.lines().get(key), other.lines().get(key), text));
      }
    }
    return text.toString();
  }

  private static void difference(
      String where,
      @Nullable Map<String, String> is,
      @Nullable Map<String, String> expected,
      StringBuilder text) {
    if (!java.util.Objects.equals(is, expected)) {
      text.append("\n%s is %s instead of %s".formatted(where, is, expected));
    }
  }
}
