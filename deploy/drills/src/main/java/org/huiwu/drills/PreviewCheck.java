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
/// of each, and in each the same header fields and lines, all of their fields; who is told of it,
/// and what the desks then have to look at. A person whom the change itself makes bears another id
/// then: lines of people go by `DELEGATION/name`.
final class PreviewCheck {
  private final ConferencePackage files;
  private final Api api;
  private final Observation observation;
  private final ForeseenExceptions exceptions;
  private SortedMap<String, JsonNode> listed = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();
  private final List<Long> millis = new ArrayList<>();
  private @Nullable Replay asking;
  private int lines;
  private int revisions;

  PreviewCheck(ConferencePackage files, Api api, Observation observation) {
    this.files = files;
    this.api = api;
    this.observation = observation;
    this.exceptions = new ForeseenExceptions(api);
  }

  /// @return what the line would touch
  JsonNode ask(Line line) {
    var replay = asking;
    if (replay == null) {
      replay = new Replay(files, api.onlyAsking());
      asking = replay;
    }
    listed = exceptions.now();
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
    Consumer<String> differ =
        d -> differences.add("Line %d (%s), %s".formatted(line.number(), line.action(), d));
    differences(impact, revised, observation::linesOf).forEach(differ);
    ForeseenExceptions.differences(impact, listed, exceptions.now()).forEach(differ);
    settled
        .filter(s -> !s.path("revised").isEmpty())
        .map(s -> api.get("notification", "/cases/" + s.path("id").asString()).body())
        .ifPresent(file -> recipients(impact, file.path("told")).forEach(differ));
  }

  /// @param told who was told of each version, as the change's case has it
  static List<String> recipients(JsonNode impact, JsonNode told) {
    SortedMap<String, String> ahead = new TreeMap<>();
    for (var revision : impact.path("manifests")) {
      for (var contact : revision.path("recipients")) {
        ahead.put(said(revision, contact.asString()), "told");
      }
    }
    SortedMap<String, String> then = new TreeMap<>();
    for (var version : told) {
      for (var recipient : version.path("recipients")) {
        then.put(said(version, recipient.path("contact").asString()), "told");
      }
    }
    List<String> found = new ArrayList<>();
    differ(ahead, then, found::add);
    return found;
  }

  private static String said(JsonNode version, String contact) {
    return "%s version %s to %s"
        .formatted(
            version.path("manifest").asString(), version.path("version").asString(), contact);
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
