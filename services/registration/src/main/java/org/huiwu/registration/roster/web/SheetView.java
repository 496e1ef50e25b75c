package org.huiwu.registration.roster.web;

import java.util.List;
import java.util.Map;
import org.huiwu.registration.roster.reading.RosterField;
import org.huiwu.registration.roster.reading.RosterSheet;
import org.huiwu.registration.roster.reading.RosterTable;
import org.huiwu.registration.roster.reading.grid.GridRow;

/// A sheet of a roster as it is, in part, and what each of its columns was taken for.
///
/// @param name empty for a delimited file
/// @param rows the first ones and those around each header
/// @param tables empty for a cover sheet, and where no header was recognised
record SheetView(String name, List<RowView> rows, List<TableView> tables) {
  private static final int MOST_COLUMNS = 60;
  private static final int LONGEST_TEXT = 80;

  /// @param number the sheet's own, 1-based
  record RowView(int number, List<CellView> cells) {

    static RowView of(GridRow row) {
      return new RowView(
          row.number(),
          row.cells().entrySet().stream()
              .limit(MOST_COLUMNS)
              .map(cell ->
                  new CellView(
                      cell.getKey(),
                      GridRow.letters(cell.getKey()),
                      shortened(cell.getValue().text()),
                      cell.getValue().columns()))
              .toList());
    }
  }

  /// @param at 0-based column
  /// @param column its letters
  /// @param columns how many it covers
  record CellView(int at, String column, String text, int columns) {}

  /// @param headerFrom the number of the header's first row
  /// @param headerTo of its last row
  record TableView(int headerFrom, int headerTo, List<ColumnView> columns) {

    static TableView of(RosterTable table) {
      return new TableView(
          table.headerFrom(),
          table.headerTo(),
          table.columns().entrySet().stream()
              .sorted(Map.Entry.<Integer, RosterField>comparingByKey())
              .map(
                  c -> new ColumnView(c.getKey(), GridRow.letters(c.getKey()), c.getValue().wire()))
              .toList());
    }
  }

  /// @param field which field of a person it was taken for, e.g. `arrive_no`
  record ColumnView(int at, String column, String field) {}

  static SheetView of(RosterSheet sheet) {
    return new SheetView(
        sheet.name(),
        sheet.rows().stream().map(RowView::of).toList(),
        sheet.tables().stream().map(TableView::of).toList());
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
  }
}
