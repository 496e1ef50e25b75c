package org.huiwu.registration.roster.reading.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.hssf.record.ArrayRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.SharedFormulaRecord;
import org.apache.poi.hssf.record.SharedValueRecordBase;
import org.apache.poi.ss.formula.ptg.ExpPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/// One sheet of an xls workbook, row by row as its records come; only the row in hand is kept.
/// Blank cells are passed over without a thought, however many there are.
final class XlsSheet {
  private static final int MOST_MERGES = 70_000;

  /// The text of a formula beyond these is not known; its cell waits all the same.
  private static final int MOST_SHARED_FORMULAS = 1_000;

  private final XlsBook book;
  private final Consumer<GridRow> rows;
  private final List<CellRangeAddress> merges = new ArrayList<>();

  /// Each stands behind the first cell that it is the formula of, so that only a second reading
  /// knows them in time.
  private final List<SharedValueRecordBase> shared;

  private TreeMap<Integer, GridCell> cells = new TreeMap<>();
  private final boolean first;
  private int row = -1;

  private XlsSheet(
      XlsBook book, boolean first, List<SharedValueRecordBase> shared, Consumer<GridRow> rows) {
    this.book = book;
    this.first = first;
    this.shared = shared;
    this.rows = rows;
  }

  static XlsSheet first(XlsBook book, Consumer<GridRow> rows) {
    return new XlsSheet(book, true, new ArrayList<>(), rows);
  }

  /// @param shared as the first reading found them
  static XlsSheet again(XlsBook book, List<SharedValueRecordBase> shared, Consumer<GridRow> rows) {
    return new XlsSheet(book, false, shared, rows);
  }

  List<CellRangeAddress> merges() {
    return merges;
  }

  List<SharedValueRecordBase> shared() {
    return shared;
  }

  void take(RecordInputStream record) {
    switch (record.getSid()) {
      case LabelSSTRecord.sid -> {
        LabelSSTRecord cell = new LabelSSTRecord(record);
        put(cell, GridCell.value(book.text(cell.getSSTIndex())));
      }
      case LabelRecord.sid -> {
        LabelRecord cell = new LabelRecord(record);
        put(cell, GridCell.value(cell.getValue()));
      }
      case NumberRecord.sid -> {
        NumberRecord cell = new NumberRecord(record);
        put(cell, number(cell.getValue(), cell.getXFIndex()));
      }
      case RKRecord.sid -> {
        RKRecord cell = new RKRecord(record);
        put(cell, number(cell.getRKNumber(), cell.getXFIndex()));
      }
      case MulRKRecord.sid -> {
        MulRKRecord several = new MulRKRecord(record);
        for (int i = 0; i < several.getNumColumns(); i++) {
          GridCell cell = number(several.getRKNumberAt(i), several.getXFAt(i));
          put(several.getRow(), several.getFirstColumn() + i, cell);
        }
      }
      case BoolErrRecord.sid -> {
        BoolErrRecord cell = new BoolErrRecord(record);
        put(
            cell,
            cell.isBoolean()
                ? GridCell.value(cell.getBooleanValue() ? "TRUE" : "FALSE")
                : GridCell.error(FormulaError.forInt(cell.getErrorValue()).getString()));
      }
      case FormulaRecord.sid -> {
        FormulaRecord cell = new FormulaRecord(record);
        put(cell, GridCell.formula(formula(cell)));
      }
      case SharedFormulaRecord.sid -> remember(new SharedFormulaRecord(record));
      case ArrayRecord.sid -> remember(new ArrayRecord(record));
      case MergeCellsRecord.sid -> {
        MergeCellsRecord several = new MergeCellsRecord(record);
        for (int i = 0; i < several.getNumAreas(); i++) {
          if (merges.size() == MOST_MERGES) {
            throw new BeyondLimitException(Refusal.TOO_BIG, "> " + MOST_MERGES + " merges");
          }
          merges.add(several.getAreaAt(i));
        }
      }
      default -> {}
    }
  }

  /// After the last record.
  void end() {
    if (!cells.isEmpty()) {
      rows.accept(new GridRow(row + 1, cells));
      cells = new TreeMap<>();
    }
  }

  private void put(CellValueRecordInterface where, GridCell cell) {
    put(where.getRow(), where.getColumn(), cell);
  }

  private void put(int inRow, int column, GridCell cell) {
    if (inRow < row) {
      throw new IllegalStateException("rows out of order");
    }
    if (inRow > row) {
      end();
      row = inRow;
    }
    if (!cell.blank()) {
      cells.put(column, cell);
    }
  }

  private GridCell number(double value, int style) {
    return GridCell.value(
        NumberFormats.text(Double.toString(value), book.shows(style), book.since1904()));
  }

  private void remember(SharedValueRecordBase formula) {
    if (first && shared.size() < MOST_SHARED_FORMULAS) {
      shared.add(formula);
    }
  }

  private String formula(FormulaRecord cell) {
    Ptg[] own = cell.getParsedExpression();
    if (own.length != 1 || !(own[0] instanceof ExpPtg)) {
      return book.formula(own);
    }
    return switch (sharedBy(cell)) {
      case SharedFormulaRecord formula -> book.formula(formula.getFormulaTokens(cell));
      case ArrayRecord formula -> book.formula(formula.getFormulaTokens());
      case null, default -> "";
    };
  }

  private @Nullable SharedValueRecordBase sharedBy(FormulaRecord cell) {
    return shared.stream()
        .filter(s -> s.isInRange(cell.getRow(), cell.getColumn()))
        .findFirst()
        .orElse(null);
  }
}
