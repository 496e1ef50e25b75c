package org.huiwu.registration.roster.reading.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.apache.poi.ss.util.CellRangeAddress;

/// The merged cells of one sheet, laid over its rows as they come: a cell knows how many columns it
/// covers, and a cell merged downwards stands in each row that it covers, as an eye sees it.
final class Merges {
  private record Falling(int lastRow, GridCell cell) {}

  /// Merges further right than this are decoration; bounds the work on a hostile sheet.
  private static final int WIDEST_TABLE = 256;

  private final List<CellRangeAddress> regions;
  private final Map<Integer, Falling> falling = new HashMap<>();
  private int next;

  Merges(List<CellRangeAddress> regions) {
    this.regions = new ArrayList<>(regions);
    this.regions.sort(Comparator.comparingInt(CellRangeAddress::getFirstRow));
  }

  /// Rows must come in ascending order.
  GridRow over(GridRow row) {
    int index = row.number() - 1;
    NavigableMap<Integer, GridCell> cells = row.cells();
    falling.values().removeIf(merged -> merged.lastRow() < index);
    falling.forEach((column, merged) -> cells.putIfAbsent(column, merged.cell()));
    for (; next < regions.size() && regions.get(next).getFirstRow() <= index; next++) {
      CellRangeAddress region = regions.get(next);
      GridCell corner = cells.get(region.getFirstColumn());
      if (region.getFirstRow() != index || corner == null) {
        continue;
      }
      GridCell merged = corner.covering(region.getLastColumn() - region.getFirstColumn() + 1);
      cells.put(region.getFirstColumn(), merged);
      if (region.getLastRow() > index && region.getFirstColumn() < WIDEST_TABLE) {
        falling.put(region.getFirstColumn(), new Falling(region.getLastRow(), merged));
      }
    }
    return row;
  }
}
