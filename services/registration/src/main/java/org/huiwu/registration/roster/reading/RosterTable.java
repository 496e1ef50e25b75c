package org.huiwu.registration.roster.reading;

import java.util.Map;

/// A table's header on its sheet, and what each column was taken for.
///
/// @param headerFrom the sheet's own number of the header's first row, 1-based
/// @param headerTo of its last row; the same for a header of one row
/// @param columns by 0-based column; a column that was taken for nothing is left out, and a day and
///   a time in two columns are one field
public record RosterTable(int headerFrom, int headerTo, Map<Integer, RosterField> columns) {
  public RosterTable {
    columns = Map.copyOf(columns);
  }
}
