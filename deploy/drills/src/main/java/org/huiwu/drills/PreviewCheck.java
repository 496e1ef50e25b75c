package org.huiwu.drills;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.huiwu.drills.ConferencePackage.Line;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Holds what previews said against what the changes then did: the same manifests, the same version
/// of each, and in each the same header fields and lines, all of their fields. A person whom the
/// change itself makes bears another id then: lines of people go by `DELEGATION/name`.
final class PreviewCheck {
  private final ConferencePackage files;
  private final Api api;
  private final Observation observation;
  private final List<String> differences = new ArrayList<>();
  private final List<Long> millis = new ArrayList<>();
  private @Nullable Replay asking;
  private int lines;
  private int revisions;

  PreviewCheck(ConferencePackage files, Api api, Observation observation) {
    this.files = files;
    this.api = api;
    this.observation = observation;
  }

  /// @return what the line would touch
  JsonNode ask(Line line) {
    var replay = asking;
    if (replay == null) {
      replay = new Replay(files, api.onlyAsking());
      asking = replay;
    }
    var from = System.nanoTime();
    var impact = replay.preview(line);
    millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from));
    return impact;
  }

  /// @param settled what became of the change; empty when the line changed nothing
  void compare(Line line, JsonNode impact, Optional<JsonNode> settled) {
    lines++;
    var revised = settled.map(s -> s.path("revised"));
    revisions += revised.map(JsonNode::size).orElse(0);
    differences(impact, revised, observation::linesOf)
        .forEach(
            d -> differences.add("Line %d (%s), %s".formatted(line.number(), line.action(), d)));
  }

  /// @param revised what the change has revised, as the change itself tells
  /// @param linesOf all lines of one of them, which the change may not tell when they are very many
  static List<String> differences(
      JsonNode impact, Optional<JsonNode> revised, UnaryOperator<JsonNode> linesOf) {
    var ahead = byManifest(impact.path("manifests"));
    var then = revised.map(PreviewCheck::byManifest).orElseGet(TreeMap::new);
    var manifests = new TreeSet<>(ahead.keySet());
    manifests.addAll(then.keySet());
    List<String> found = new ArrayList<>();
    for (var manifest : manifests) {
      var foreseen = ahead.get(manifest);
      var come = then.get(manifest);
      // of very many lines neither says more than how many they are
      var told = foreseen != null && !foreseen.path("lines").isEmpty();
      differ(
          foreseen == null ? new TreeMap<>() : facts(foreseen, foreseen.path("lines")),
          come == null
              ? new TreeMap<>()
              : facts(come, told ? linesOf.apply(come) : come.path("lines")),
          what -> found.add(manifest + ", " + what));
    }
    return found;
  }

  private static void differ(
      Map<String, String> ahead, Map<String, String> then, Consumer<String> found) {
    var names = new TreeSet<>(ahead.keySet());
    names.addAll(then.keySet());
    for (var name : names) {
      if (!Objects.equals(ahead.get(name), then.get(name))) {
        found.accept(
            "%s: the preview said %s, then it was %s"
                .formatted(name, said(ahead.get(name)), said(then.get(name))));
      }
    }
  }

  private static String said(@Nullable String what) {
    return what == null ? "nothing" : what;
  }

  private static SortedMap<String, JsonNode> byManifest(JsonNode revisions) {
    SortedMap<String, JsonNode> all = new TreeMap<>();
    revisions.forEach(r -> all.put(r.path("manifest").asString(), r));
    return all;
  }

  private static SortedMap<String, String> facts(JsonNode revision, JsonNode lines) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("version", revision.path("version").asString());
    facts.put("number of lines", revision.path("lineCount").asString());
    for (var field : revision.path("header").propertyNames()) {
      facts.put("header " + field, change(revision.path("header").path(field)));
    }
    for (var key : lines.propertyNames()) {
      var line = lines.path(key);
      var shown = line.path("after").isObject() ? line.path("after") : line.path("before");
      facts.put("line " + NamedFields.key(key, shown), change(line));
    }
    return facts;
  }

  /// The fields of a record in JSON come in one order.
  private static String change(JsonNode change) {
    return fields(change.path("before")) + " -> " + fields(change.path("after"));
  }

  private static String fields(JsonNode fields) {
    if (!fields.isObject()) {
      return fields.isNull() ? "none" : fields.asString();
    }
    SortedMap<String, String> sorted = new TreeMap<>();
    fields.propertyNames().forEach(name -> sorted.put(name, fields.path(name).asString()));
    return sorted.toString();
  }

  List<String> differences() {
    return differences;
  }

  String summary() {
    var sorted = millis.stream().sorted().toList();
    return "%d lines previewed (with reading beforehand %s ms, at most %s), %d revised manifests compared: %s"
        .formatted(
            lines,
            sorted.isEmpty() ? "-" : sorted.get(sorted.size() / 2),
            sorted.isEmpty() ? "-" : sorted.getLast(),
            revisions,
            differences.isEmpty()
                ? "every preview said what then came."
                : differences.size() + " differences.");
  }
}
