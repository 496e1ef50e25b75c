package org.huiwu.drills;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A CSV file of the package with just the columns that FORMAT.md names; nothing is skipped in
/// silence.
record Table(String file, List<Row> rows) {

  record Row(String file, long line, List<String> columns, List<String> values) {
    /// The cell's text, empty when nothing stands there.
    String get(String column) {
      return values.get(columns.indexOf(column));
    }

    DrillException wrong(String column, String why) {
      return new DrillException(
          "%s, line %d: %s '%s' %s".formatted(file, line, column, get(column), why));
    }

    int number(String column) {
      try {
        return Integer.parseInt(get(column));
      } catch (NumberFormatException _) {
        throw wrong(column, "is no number");
      }
    }
  }

  /// @param columns separated by commas, as FORMAT.md lists them
  /// @throws DrillException for a file that is not there, an unknown or missing column, a row of
  ///   another width
  static Table read(Path folder, String name, String columns) {
    var expected = List.of(columns.split(","));
    var path = folder.resolve(name);
    if (!Files.isRegularFile(path)) {
      throw new DrillException(name + " is missing in " + folder + ".");
    }
    try (CsvReader<CsvRecord> reader = CsvReader.builder().skipEmptyLines(true).ofCsvRecord(path)) {
      List<Row> rows = new ArrayList<>();
      List<String> header = List.of();
      for (var record : reader) {
        if (header.isEmpty()) {
          header = header(name, record, expected);
        } else if (record.getFieldCount() != header.size()) {
          throw new DrillException(
              "%s, line %d: %d cells, the header has %d."
                  .formatted(
                      name, record.getStartingLineNumber(), record.getFieldCount(), header.size()));
        } else {
          rows.add(
              new Row(
                  name, record.getStartingLineNumber(), header, List.copyOf(record.getFields())));
        }
      }
      return new Table(name, rows);
    } catch (IOException | CsvParseException e) {
      throw new DrillException("Cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  private static List<String> header(String name, CsvRecord record, List<String> expected) {
    var header = record.getFields().stream().map(c -> c.replace("\uFEFF", "").strip()).toList();
    for (var column : header) {
      if (!expected.contains(column)) {
        throw new DrillException(
            "%s, line 1: unknown column '%s'; known: %s.".formatted(name, column, expected));
      }
    }
    for (var column : expected) {
      if (!header.contains(column)) {
        throw new DrillException("%s, line 1: the column '%s' is missing.".formatted(name, column));
      }
    }
    if (Set.copyOf(header).size() != header.size()) {
      throw new DrillException(
          "%s, line 1: a column stands there twice: %s.".formatted(name, header));
    }
    return header;
  }
}
