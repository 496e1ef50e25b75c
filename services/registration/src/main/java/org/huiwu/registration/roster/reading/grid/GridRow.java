package org.huiwu.registration.roster.reading.grid;

import java.util.NavigableMap;
import org.apache.poi.ss.util.CellReference;

/// A row with at least one cell that is not blank.
///
/// @param number the sheet's own, 1-based; in a delimited file the record's (a line break within
///   quotes does not begin a row)
/// @param cells by column, 0-based; blank cells are left out, and a cell merged downwards stands in
///   each row that it covers
public record GridRow(int number, NavigableMap<Integer, GridCell> cells) {

  /// The column's letters, as spreadsheets show them: 0 is `A`, 26 is `AA`.
  public static String letters(int column) {
    return CellReference.convertNumToColString(column);
  }
}
