package org.huiwu.registration.roster.reading;

import java.util.Map;

/// Where a row stands, and what stands in it.
///
/// @param sheet the sheet's name, empty in a delimited file
/// @param table counts the tables of the file from 1; family has its host in its own table
/// @param row the sheet's own number, 1-based
/// @param cells every recognised column of the table, also where the cell is blank
public record RowOrigin(String sheet, int table, int row, Map<RosterField, RosterCell> cells) {
  public RowOrigin {
    cells = Map.copyOf(cells);
  }
}
