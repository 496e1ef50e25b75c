package org.huiwu.registration.roster.reading;

import java.util.List;
import org.huiwu.registration.roster.reading.grid.GridRow;

/// A visible sheet of a roster as it is, in part, and how it was understood.
///
/// @param name empty for a delimited file
/// @param rows the first ones, and those around each header, in their order
/// @param tables empty for a cover sheet, and for one whose header nobody recognised
public record RosterSheet(String name, List<GridRow> rows, List<RosterTable> tables) {
  public RosterSheet {
    rows = List.copyOf(rows);
    tables = List.copyOf(tables);
  }
}
