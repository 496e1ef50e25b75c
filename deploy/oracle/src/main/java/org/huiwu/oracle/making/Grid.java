package org.huiwu.oracle.making;

import java.util.ArrayList;
import java.util.List;

/// A sheet of cells, with its merged ranges.
final class Grid {

  /// Zero-based, both corners included.
  record Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {}

  private final List<List<Cell>> rows = new ArrayList<>();
  private final List<Merge> merges = new ArrayList<>();
  private final int emptyColumns;

  Grid(int emptyColumns) {
    this.emptyColumns = emptyColumns;
  }

  List<List<Cell>> rows() {
    return rows;
  }

  List<Merge> merges() {
    return merges;
  }

  /// The number of the row as a sheet counts: from 1.
  int add(List<Cell> cells) {
    List<Cell> row = new ArrayList<>();
    for (int i = 0; i < emptyColumns && !cells.isEmpty(); i++) {
      row.add(Cell.BLANK);
    }
    row.addAll(cells);
    rows.add(row);
    return rows.size();
  }

  int addTexts(String... texts) {
    return add(List.of(texts).stream().map(text -> (Cell) new Cell.Text(text)).toList());
  }

  /// Merges cells of the last row and of `rowsUp` rows above it; columns count within the table.
  void merge(int rowsUp, int firstColumn, int lastColumn) {
    int last = rows.size() - 1;
    merges.add(
        new Merge(last - rowsUp, emptyColumns + firstColumn, last, emptyColumns + lastColumn));
  }
}
