package org.huiwu.registration.roster.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huiwu.registration.roster.reading.grid.GridRow;
import org.huiwu.registration.roster.reading.grid.RowVisitor;

/// Keeps of each sheet what somebody must see to judge how it was understood: its first rows, and
/// each header with what stands around it. However long the file is, what is kept is not.
final class SheetSampling implements RowVisitor, TableListener {
  private static final int MOST_SHEETS = 20;
  private static final int MOST_TABLES = 12;
  private static final int FIRST_ROWS = 10;
  private static final int ROWS_BEFORE = 4;
  private static final int ROWS_AFTER = 6;

  private final TableScan scan;
  private final List<RosterSheet> sheets = new ArrayList<>();
  private final Deque<GridRow> latest = new ArrayDeque<>();
  private final TreeMap<Integer, GridRow> rows = new TreeMap<>();
  private final List<RosterTable> tables = new ArrayList<>();
  private String name = "";
  private boolean open;
  private int wanted;

  SheetSampling(RosterContext context) {
    this.scan = new TableScan(context, _ -> {}, this);
  }

  @Override
  public void sheet(String nameOfSheet) {
    scan.sheet(nameOfSheet);
    close();
    name = nameOfSheet;
    open = true;
    wanted = FIRST_ROWS;
  }

  @Override
  public void row(GridRow row) {
    latest.addLast(row);
    if (latest.size() > ROWS_BEFORE) {
      latest.removeFirst();
    }
    if (wanted > 0) {
      wanted--;
      rows.put(row.number(), row);
    }
    scan.row(row);
  }

  @Override
  public void begin(int first, int last, Columns columns) {
    if (tables.size() == MOST_TABLES) {
      return;
    }
    Map<Integer, RosterField> taken = new HashMap<>();
    columns.days().forEach((field, column) -> taken.put(column, field));
    columns.fields().forEach((field, column) -> taken.put(column, field));
    tables.add(new RosterTable(first, last, taken));
    latest.forEach(row -> rows.put(row.number(), row));
    wanted = Math.max(wanted, ROWS_AFTER);
  }

  /// After the last row.
  List<RosterSheet> sheets() {
    scan.end();
    close();
    return List.copyOf(sheets);
  }

  private void close() {
    if (open && sheets.size() < MOST_SHEETS) {
      sheets.add(new RosterSheet(name, List.copyOf(rows.values()), tables));
    }
    open = false;
    rows.clear();
    tables.clear();
    latest.clear();
  }
}
