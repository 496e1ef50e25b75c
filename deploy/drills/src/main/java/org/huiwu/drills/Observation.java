package org.huiwu.drills;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.huiwu.drills.ConferencePackage.Line;
import tools.jackson.databind.JsonNode;

/// Looks at the platform's manifests, changes, people and waiting cells through the public API.
final class Observation {
  private final Api api;

  Observation(Api api) {
    this.api = api;
  }

  /// Every manifest as it is now.
  Outcome manifests(String file) {
    var outcome = new Outcome(file, Outcome.MANIFEST_COLUMNS);
    for (var summary : api.get("notification", "/manifests").body()) {
      if (!summary.path("closed").asBoolean()) {
        var name = summary.path("manifest").asString();
        var content = api.get("notification", "/manifests/" + Api.encode(name)).body();
        outcome.add(name, "", Outcome.json(NamedFields.header(name, content.path("header"))));
        var lines = content.path("lines");
        for (var key : lines.propertyNames()) {
          var fields = lines.path(key);
          outcome.add(
              name, NamedFields.key(key, fields), Outcome.json(NamedFields.line(name, fields)));
        }
      }
    }
    return outcome;
  }

  /// How many versions all manifests have together.
  long versions() {
    long sum = 0;
    for (var summary : api.get("notification", "/manifests").body()) {
      sum += summary.path("version").asLong();
    }
    return sum;
  }

  /// One row for each manifest that the change has revised in a field that FORMAT.md names.
  void ripple(Line line, JsonNode change, Outcome outcome) {
    for (var revised : change.path("revised")) {
      var manifest = revised.path("manifest").asString();
      Set<String> header = new TreeSet<>();
      revised.path("header").propertyNames().stream()
          .filter(f -> NamedFields.namedInHeader(manifest, f))
          .forEach(header::add);
      Set<String> added = new TreeSet<>(Outcome.BY_CODE_POINT);
      Set<String> removed = new TreeSet<>(Outcome.BY_CODE_POINT);
      Set<String> changed = new TreeSet<>(Outcome.BY_CODE_POINT);
      var lines = linesOf(revised);
      for (var key : lines.propertyNames()) {
        sort(manifest, key, lines.path(key), added, removed, changed);
      }
      outcome.add(
          Integer.toString(line.seq()),
          manifest,
          String.join(" ", header),
          String.join(";", added),
          String.join(";", removed),
          String.join(";", changed));
    }
  }

  /// A change that revises very many lines does not say them itself: the difference does.
  JsonNode linesOf(JsonNode revised) {
    var told = revised.path("lines");
    if (told.size() == revised.path("lineCount").asInt()) {
      return told;
    }
    var version = revised.path("version").asLong();
    return api.get(
            "notification",
            "/manifests/%s/difference?from=%d&to=%d"
                .formatted(Api.encode(revised.path("manifest").asString()), version - 1, version))
        .body()
        .path("lines");
  }

  private static void sort(
      String manifest,
      String key,
      JsonNode change,
      Set<String> added,
      Set<String> removed,
      Set<String> changed) {
    var before = change.path("before");
    var after = change.path("after");
    var was = NamedFields.key(key, before);
    var is = NamedFields.key(key, after);
    if (!before.isObject()) {
      added.add(is);
    } else if (!after.isObject()) {
      removed.add(was);
    } else if (!was.equals(is)) {
      removed.add(was);
      added.add(is);
    } else if (!NamedFields.line(manifest, before).equals(NamedFields.line(manifest, after))) {
      changed.add(is);
    }
  }

  Outcome issues() {
    var outcome = new Outcome("issues.csv", Outcome.ISSUE_COLUMNS);
    for (var issue : api.get("registration", "/roster-issues").body()) {
      outcome.add(
          issue.path("file").asString(),
          Integer.toString(issue.path("row").asInt()),
          issue.path("field").asString(),
          issue.path("value").asString(""));
    }
    return outcome;
  }

  Outcome people() {
    var outcome = new Outcome("people.csv", Outcome.PEOPLE_COLUMNS);
    for (var person : api.get("registration", "/participants").body()) {
      if (person.path("attending").asBoolean()) {
        outcome.add(person.path("delegation").asString(), person.path("name").asString());
      }
    }
    return outcome;
  }

  /// Manifests that are not whole: an unfinished version was cut.
  List<String> unfinished() {
    List<String> names = new ArrayList<>();
    for (var summary : api.get("notification", "/manifests").body()) {
      var name = summary.path("manifest").asString();
      for (var version :
          api.get("notification", "/manifests/" + Api.encode(name) + "/versions").body()) {
        if (version.path("unfinished").asBoolean()) {
          names.add(name + " version " + version.path("version").asLong());
        }
      }
    }
    return names;
  }
}
