package org.huiwu.notification.sitepage;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huiwu.notification.paper.Kind;
import org.jspecify.annotations.Nullable;

/// Head counts of a manifest.
///
/// @param total people; of a meal its portions, of a session its seats
/// @param diets by diet, where lines have one
/// @param ranks by rank (1 is the highest), where lines have one
/// @param buses by trip, where lines have one
/// @param held rooms that are held for somebody, of a hotel
public record Heads(
    long total,
    SortedMap<String, Long> diets,
    SortedMap<String, Long> ranks,
    SortedMap<String, Long> buses,
    long held) {
  /// @param kind of the manifest, what stands before its colon
  public static Heads of(String kind, Map<String, ? extends Map<String, String>> lines) {
    SortedMap<String, Long> diets = new TreeMap<>();
    SortedMap<String, Long> ranks = new TreeMap<>();
    SortedMap<String, Long> buses = new TreeMap<>();
    long total = 0;
    long held = 0;
    var what = Kind.of(kind + ":");
    for (var line : lines.entrySet()) {
      var fields = line.getValue();
      if (Kind.isHold(line.getKey())) {
        held += Kind.number(fields.getOrDefault("rooms", ""));
        continue;
      }
      var heads = what.persons(line.getKey(), fields);
      total += heads;
      if (what == Kind.MEAL) {
        diets.merge(line.getKey(), heads, Long::sum);
      }
      count(diets, fields.get("diet"));
      count(ranks, fields.get("rank"));
      count(buses, fields.get("bus"));
    }
    return new Heads(total, diets, ranks, buses, held);
  }

  private static void count(SortedMap<String, Long> counts, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      counts.merge(value, 1L, Long::sum);
    }
  }
}
