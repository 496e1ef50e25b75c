package org.huiwu.drills;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// Rows of one of the files that a drill writes, in FORMAT.md's form.
record Outcome(String file, List<String> columns, List<List<String>> rows) {
  static final List<String> MANIFEST_COLUMNS = List.of("manifest", "line", "fields");
  static final List<String> RIPPLE_COLUMNS =
      List.of("seq", "manifest", "header", "added", "removed", "changed");
  static final List<String> ISSUE_COLUMNS = List.of("file", "row", "field", "value");
  static final List<String> PEOPLE_COLUMNS = List.of("delegation", "name");

  /// By code point, as FORMAT.md's own files are: a rare character sorts after every common one.
  static final Comparator<String> BY_CODE_POINT =
      (a, b) -> java.util.Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

  Outcome(String file, List<String> columns) {
    this(file, columns, new ArrayList<>());
  }

  void add(String... cells) {
    rows.add(List.of(cells));
  }

  /// JSON with sorted keys, written as FORMAT.md's files are.
  static String json(SortedMap<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> quote(e.getKey()) + ": " + quote(e.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  void write(Path folder) {
    try {
      Files.createDirectories(folder);
      try (var csv =
          CsvWriter.builder()
              .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF)
              .build(folder.resolve(file))) {
        csv.writeRecord(columns);
        rows.forEach(csv::writeRecord);
      }
    } catch (IOException e) {
      throw new DrillException("Cannot write " + folder.resolve(file) + ": " + e.getMessage(), e);
    }
  }

  /// One that was written before.
  static Outcome read(Path folder, String file, List<String> columns) {
    try (var csv = CsvReader.builder().ofCsvRecord(folder.resolve(file))) {
      List<List<String>> rows = new ArrayList<>();
      csv.forEach(r -> rows.add(List.copyOf(r.getFields())));
      return new Outcome(file, columns, new ArrayList<>(rows.subList(1, rows.size())));
    } catch (IOException e) {
      throw new DrillException("Cannot read " + folder.resolve(file) + ": " + e.getMessage(), e);
    }
  }

  /// The cells of a row by column, for comparing.
  Map<String, String> cells(List<String> row) {
    Map<String, String> cells = new java.util.LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i), row.get(i));
    }
    return cells;
  }
}
