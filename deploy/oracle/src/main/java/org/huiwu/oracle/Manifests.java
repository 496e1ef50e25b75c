package org.huiwu.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// All manifests of a conference at one moment, by name (`meal:BANQUET`).
public record Manifests(SortedMap<String, Manifest> byName) {

  /// The rows of `initial.csv` and `final.csv` without their header: manifest, line, fields;
  /// sorted.
  public List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    byName.forEach((name, manifest) -> {
      rows.add(List.of(name, "", json(manifest.header())));
      manifest.lines().forEach((line, fields) -> rows.add(List.of(name, line, json(fields))));
    });
    return rows;
  }

  /// JSON as `expected/` writes it: sorted keys, a space behind comma and colon.
  private static String json(SortedMap<String, String> fields) {
    return "{"
        + String.join(
            ", ",
            fields.entrySet().stream()
                .map(field -> quote(field.getKey()) + ": " + quote(field.getValue()))
                .toList())
        + "}";
  }

  private static String quote(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
