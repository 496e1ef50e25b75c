package org.huiwu.drills;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Holds what the platform says against `expected/`: rows as sets, JSON by its fields, lists of
/// keys as sets.
final class Comparison {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> KEY_LISTS = List.of("added", "removed", "changed");

  private Comparison() {}

  /// @return what differs, a line each; empty when all is equal or nothing is expected
  static List<String> differences(Path expected, Outcome outcome) {
    var path = expected.resolve(outcome.file());
    if (!Files.exists(path)) {
      return List.of();
    }
    var wanted = count(read(path, outcome.columns()), outcome);
    var got = count(outcome.rows(), outcome);
    List<String> differences = new ArrayList<>();
    wanted.forEach((row, n) -> {
      for (int i = got.getOrDefault(row, 0); i < n; i++) {
        differences.add(outcome.file() + " lacks " + row.values());
      }
    });
    got.forEach((row, n) -> {
      for (int i = wanted.getOrDefault(row, 0); i < n; i++) {
        differences.add(outcome.file() + " has too much " + row.values());
      }
    });
    return differences;
  }

  private static Map<Map<String, Object>, Integer> count(List<List<String>> rows, Outcome outcome) {
    Map<Map<String, Object>, Integer> counts = new LinkedHashMap<>();
    rows.forEach(r -> counts.merge(canonical(outcome.cells(r)), 1, Integer::sum));
    return counts;
  }

  private static Map<String, Object> canonical(Map<String, String> cells) {
    Map<String, Object> canonical = new LinkedHashMap<>();
    cells.forEach((column, text) -> {
      if (column.equals("fields")) {
        canonical.put(column, json(text));
      } else if (KEY_LISTS.contains(column)) {
        canonical.put(column, new TreeSet<>(Arrays.asList(text.split(";"))));
      } else if (column.equals("header")) {
        canonical.put(column, new TreeSet<>(Arrays.asList(text.split(" "))));
      } else {
        canonical.put(column, text);
      }
    });
    return canonical;
  }

  private static Object json(String text) {
    try {
      return JSON.readValue(text, HashMap.class);
    } catch (JacksonException e) {
      return text;
    }
  }

  private static List<List<String>> read(Path path, List<String> columns) {
    try (var reader = CsvReader.builder().skipEmptyLines(true).ofCsvRecord(path)) {
      List<List<String>> rows = new ArrayList<>();
      for (var record : reader) {
        rows.add(List.copyOf(record.getFields()));
      }
      if (rows.isEmpty() || !rows.getFirst().equals(columns)) {
        throw new DrillException(
            path + " must begin with the header " + String.join(",", columns) + ".");
      }
      return rows.subList(1, rows.size());
    } catch (IOException e) {
      throw new DrillException("Cannot read " + path + ": " + e.getMessage(), e);
    }
  }
}
