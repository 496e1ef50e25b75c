package org.huiwu.registration.roster.reading;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiwu.registration.roster.reading.grid.Grid;
import org.huiwu.registration.roster.reading.grid.Refusal;
import org.huiwu.registration.roster.reading.grid.UnreadableFileException;

/// Reads an office's roster, in whatever form it arrives: xlsx, xls 97, CSV or TSV in UTF-8 or GB
/// 18030, tables anywhere on any visible sheet, columns in any order and wording (FORMAT.md,
/// "Rosters").
///
/// A file is either refused before its first row or read to its end: a problem with the file as a
/// whole and rows never come together. Rows stream; xlsx rows are never held. The reader has no
/// state and may serve many threads.
public final class RosterReader {
  private static final Set<String> SPREADSHEETS = Set.of("xlsx", "xls");
  private static final Set<String> WITH_MACROS = Set.of("xlsm", "xltm", "xlsb", "xlam");

  /// @param fileName as uploaded, with or without folders; only its ending is looked at, and only
  ///   to refuse macros and to judge text that pretends to be a workbook
  /// @return the problem with the file as a whole, if there is one; then `sink` was given nothing
  public Optional<FileProblem> read(
      Path source, String fileName, RosterContext context, RosterSink sink) {
    String ending = ending(fileName);
    if (WITH_MACROS.contains(ending)) {
      return Optional.of(FileProblem.unreadable(Refusal.MACROS, "." + ending));
    }
    try (Grid grid = Grid.open(source)) {
      sink.begin(grid.rows());
      TableScan scan = new TableScan(context, sink::accept, (_, _, _) -> {});
      grid.showRows(scan);
      scan.end();
      if (scan.tables() > 0) {
        return Optional.empty();
      }
      return Optional.of(
          SPREADSHEETS.contains(ending) && grid.isText()
              ? FileProblem.unreadable(Refusal.DAMAGED, "." + ending)
              : FileProblem.noHeader());
    } catch (UnreadableFileException e) {
      return Optional.of(FileProblem.unreadable(e.refusal(), e.where()));
    }
  }

  /// The sheets of a file as they are, in part, and how they are understood.
  ///
  /// @return empty if the file cannot be read as a whole: [#read] says why
  public List<RosterSheet> sheets(Path source, RosterContext context) {
    try (Grid grid = Grid.open(source)) {
      SheetSampling sampling = new SheetSampling(context);
      grid.showRows(sampling);
      return sampling.sheets();
    } catch (UnreadableFileException _) {
      return List.of();
    }
  }

  /// Reads a waiting row again, with what a clerk says the cells mean, in words of the same tables.
  /// Whether its name is taken and its host is in is `RosterAdmission`'s to say again.
  ///
  /// @param corrected replaces the text of the cells named; also of columns that the table lacks
  public ReadRow settle(WaitingRow row, Map<RosterField, String> corrected, RosterContext context) {
    RowOrigin origin = row.origin();
    Map<RosterField, RosterCell> cells = new EnumMap<>(RosterField.class);
    cells.putAll(origin.cells());
    corrected.forEach((field, text) -> {
      RosterCell cell = cells.get(field);
      cells.put(field, new RosterCell(cell == null ? "" : cell.column(), text.strip(), false));
    });
    return new RowReading(context, new Notes(context.synonyms()))
        .read(new RowOrigin(origin.sheet(), origin.table(), origin.row(), cells))
        .row();
  }

  /// The delegation that a roster is of: the file's name without folders and ending.
  public static String delegationOf(String fileName) {
    String name = fileName.substring(lastOf(fileName, '/', '\\') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static int lastOf(String text, char one, char other) {
    return Math.max(text.lastIndexOf(one), text.lastIndexOf(other));
  }

  private static String ending(String fileName) {
    return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
