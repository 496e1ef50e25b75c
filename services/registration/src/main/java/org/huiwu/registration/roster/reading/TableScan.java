package org.huiwu.registration.roster.reading;

import java.util.Map;
import java.util.function.Consumer;
import org.huiwu.registration.roster.reading.grid.GridCell;
import org.huiwu.registration.roster.reading.grid.GridRow;
import org.huiwu.registration.roster.reading.grid.RowVisitor;
import org.jspecify.annotations.Nullable;

/// Finds the tables on the sheets of a file, and in each the rows that are people's. A sheet
/// without a header is a cover; a header that comes again begins a page, or a table in other
/// columns.
final class TableScan implements RowVisitor {
  private final HeaderRows headers;
  private final Notes notes;
  private final RowReading reading;
  private final Consumer<ReadRow> people;
  private final TableListener listener;

  private String sheet = "";
  private int tables;
  private @Nullable Columns columns;

  /// The row before, unless it was a person's; a header's groups may stand in it.
  private @Nullable GridRow previous;

  private @Nullable GridRow header;
  private @Nullable GridRow aboveHeader;

  TableScan(RosterContext context, Consumer<ReadRow> people, TableListener listener) {
    this.headers = new HeaderRows(context.synonyms());
    this.notes = new Notes(context.synonyms());
    this.reading = new RowReading(context, notes);
    this.people = people;
    this.listener = listener;
  }

  /// Counted so far, over all sheets.
  int tables() {
    return tables;
  }

  @Override
  public void sheet(String name) {
    end();
    sheet = name;
    columns = null;
    previous = null;
  }

  @Override
  public void row(GridRow row) {
    GridRow before = rightAbove(row, previous);
    previous = row;
    GridRow open = header;
    if (open != null) {
      header = null;
      if (rightAbove(row, open) != null && headers.isSecondRow(open, row)) {
        begin(open, row, headers.twoRows(open, row));
        return;
      }
      begin(aboveHeader, open);
    }
    Columns table = columns;
    if (headers.isHeader(row)) {
      header = row;
      aboveHeader = before;
    } else if (table != null) {
      person(table, row);
    } else if (before != null && headers.isHeader(before, row)) {
      begin(before, row, headers.twoRows(before, row));
    }
  }

  /// After the last row.
  void end() {
    if (header != null) {
      begin(aboveHeader, header);
      header = null;
    }
  }

  /// A header of one row, and of groups above it if they make a difference: a title does not.
  private void begin(@Nullable GridRow above, GridRow row) {
    Columns found = headers.columns(above, row);
    GridRow first = above != null && !found.equals(headers.columns(null, row)) ? above : row;
    begin(first, row, found);
  }

  private void begin(GridRow first, GridRow last, Columns found) {
    listener.begin(first.number(), last.number(), found);
    if (!found.equals(columns)) {
      columns = found;
      tables++;
    }
  }

  private static @Nullable GridRow rightAbove(GridRow row, @Nullable GridRow other) {
    return other != null && other.number() == row.number() - 1 ? other : null;
  }

  private void person(Columns table, GridRow row) {
    Map<RosterField, RosterCell> cells = table.cells(row);
    if (cells.values().stream().allMatch(cell -> cell.text().isEmpty())) {
      return;
    }
    RowReading.Result read = reading.read(new RowOrigin(sheet, tables, row.number(), cells));
    if (isPerson(table, row, read)) {
      previous = null;
      people.accept(read.row());
    }
  }

  /// A row that begins like a note must hold two cells that only a person's row has; one without a
  /// name, two cells that say anything. A name alone is a person's (it waits for the rest), if it
  /// is surely one and not written across several columns.
  private boolean isPerson(Columns table, GridRow row, RowReading.Result read) {
    GridCell first = row.cells().firstEntry().getValue();
    GridCell name = row.cells().get(table.nameColumn());
    if (notes.isNote(first.text()) || name != null && notes.isNote(name.text())) {
      return read.sure() > 1;
    }
    if (name == null) {
      return read.telling() > 1;
    }
    return read.telling() > 0 || name.columns() == 1 && read.named();
  }
}
