package org.huiwu.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A conference in files (FORMAT.md): where what stands.
///
/// @param timeline one change a line, in file order
/// @param rosters paths relative to the package, those that no timeline line imports, in
///   alphabetical order
record ConferencePackage(
    Path folder, JsonNode conference, List<Line> timeline, List<String> rosters) {
  private static final JsonMapper JSON = new JsonMapper();

  /// @param number of the line in timeline.jsonl, from 1
  record Line(int number, JsonNode json) {
    String action() {
      return text("action");
    }

    String text(String field) {
      var value = json.path(field);
      if (!value.isString()) {
        throw wrong("the field '" + field + "' is missing");
      }
      return value.asString();
    }

    int seq() {
      var seq = json.path("seq");
      if (!seq.isInt()) {
        throw wrong("the field 'seq' is missing");
      }
      return seq.asInt();
    }

    DrillException wrong(String why) {
      return new DrillException("timeline.jsonl, line " + number + ": " + why + ".");
    }
  }

  static ConferencePackage open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new DrillException("There is no package at " + folder + ".");
    }
    try {
      var conference = JSON.readTree(Files.readString(folder.resolve("conference.json")));
      var timeline = timeline(folder);
      return new ConferencePackage(folder, conference, timeline, otherRosters(folder, timeline));
    } catch (IOException | JacksonException e) {
      throw new DrillException("Cannot read the package at " + folder + ": " + e.getMessage(), e);
    }
  }

  private static List<Line> timeline(Path folder) throws IOException {
    var path = folder.resolve("timeline.jsonl");
    List<Line> lines = new ArrayList<>();
    if (Files.exists(path)) {
      var texts = Files.readAllLines(path);
      for (int i = 0; i < texts.size(); i++) {
        if (!texts.get(i).isBlank()) {
          lines.add(new Line(i + 1, parse(i + 1, texts.get(i))));
        }
      }
    }
    return lines;
  }

  private static JsonNode parse(int number, String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      throw new DrillException("timeline.jsonl, line " + number + ": not JSON: " + text, e);
    }
  }

  private static List<String> otherRosters(Path folder, List<Line> timeline) throws IOException {
    Set<String> imported = new HashSet<>();
    timeline.stream()
        .filter(l -> l.action().equals("import-roster"))
        .forEach(l -> imported.add(l.text("file")));
    var rosters = folder.resolve("rosters");
    if (!Files.isDirectory(rosters)) {
      return List.of();
    }
    try (var files = Files.list(rosters)) {
      return files
          .map(f -> "rosters/" + f.getFileName())
          .filter(f -> !imported.contains(f))
          .sorted()
          .toList();
    }
  }

  byte[] bytes(String file) {
    try {
      return Files.readAllBytes(folder.resolve(file));
    } catch (IOException e) {
      throw new DrillException("Cannot read " + file + " of the package.", e);
    }
  }

  Table table(String name, String columns) {
    return Table.read(folder, "inventory/" + name, columns);
  }
}
