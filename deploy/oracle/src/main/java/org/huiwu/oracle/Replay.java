package org.huiwu.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A whole package run through the oracle: what `expected/` must say.
///
/// @param initial the rows of `initial.csv` without header; likewise the others
public record Replay(
    List<List<String>> initial, List<List<String>> ripple, List<List<String>> last) {

  public static Replay of(PackageFiles files, RosterTruth rosters) {
    Oracle oracle = new Oracle(files.conference(), files.inventory(), rosters);
    List<JsonNode> timeline = files.timeline();
    Set<String> later = new HashSet<>();
    for (JsonNode line : timeline) {
      if (line.required("action").asString().equals("import-roster")) {
        later.add(line.required("file").asString());
      }
    }
    for (String roster : files.rosters()) {
      if (!later.contains(roster)) {
        oracle.importRoster(roster);
      }
    }
    Manifests before = oracle.manifests();
    final List<List<String>> initial = before.rows();
    List<List<String>> ripple = new ArrayList<>();
    for (JsonNode line : timeline) {
      oracle.apply(line);
      Manifests after = oracle.manifests();
      ripple.addAll(Ripple.rows(line.required("seq").asInt(), before, after));
      before = after;
    }
    return new Replay(initial, ripple, before.rows());
  }
}
