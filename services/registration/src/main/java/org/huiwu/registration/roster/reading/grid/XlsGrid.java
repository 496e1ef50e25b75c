package org.huiwu.registration.roster.reading.grid;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.BlankRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MulBlankRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.util.LittleEndian;
import org.jspecify.annotations.Nullable;

/// An xls workbook of Excel 97 to 2003. Such files are small by their limit, so their visible rows
/// are read at once and kept.
final class XlsGrid implements Grid {
  private record Sheet(String name, List<GridRow> rows) {}

  /// One cell can cost POI a hundred times its bytes (a run of blank ones), so cells are counted
  /// before POI builds them.
  private static final int MOST_CELLS = 1_000_000;

  private static final Set<String> MACRO_STORAGES = Set.of("_VBA_PROJECT_CUR", "_VBA_PROJECT");

  private final List<Sheet> sheets;

  private XlsGrid(List<Sheet> sheets) {
    this.sheets = sheets;
  }

  static XlsGrid of(byte[] content) throws UnreadableFileException {
    try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(content))) {
      if (file.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
        throw new UnreadableFileException(Refusal.ENCRYPTED);
      }
      if (MACRO_STORAGES.stream().anyMatch(file.getRoot()::hasEntryCaseInsensitive)) {
        throw new UnreadableFileException(Refusal.MACROS);
      }
      if (!file.getRoot().hasEntryCaseInsensitive("Workbook")) {
        throw new UnreadableFileException(Refusal.NOT_A_TABLE);
      }
      refuseTooManyCells(file);
      try (HSSFWorkbook workbook = new HSSFWorkbook(file, false)) {
        return new XlsGrid(visibleSheets(workbook));
      }
    } catch (EncryptedDocumentException e) {
      throw new UnreadableFileException(Refusal.ENCRYPTED, e);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFileException(Refusal.DAMAGED, e);
    }
  }

  private static void refuseTooManyCells(POIFSFileSystem file)
      throws IOException, UnreadableFileException {
    String name = file.getRoot().getEntryCaseInsensitive("Workbook").getName();
    long cells = 0;
    try (InputStream records = file.getRoot().createDocumentInputStream(name)) {
      byte[] head = new byte[4];
      while (records.readNBytes(head, 0, 4) == 4) {
        int length = LittleEndian.getUShort(head, 2);
        cells +=
            switch (LittleEndian.getShort(head)) {
              case MulBlankRecord.sid -> length / 2;
              case MulRKRecord.sid -> length / 6;
              case BlankRecord.sid,
                  FormulaRecord.sid,
                  LabelSSTRecord.sid,
                  NumberRecord.sid,
                  RKRecord.sid ->
                  1;
              default -> 0;
            };
        if (cells > MOST_CELLS) {
          throw new UnreadableFileException(Refusal.TOO_BIG);
        }
        records.skipNBytes(length);
      }
    }
  }

  private static List<Sheet> visibleSheets(HSSFWorkbook workbook) throws UnreadableFileException {
    boolean since1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
    List<Sheet> sheets = new ArrayList<>();
    int count = 0;
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      if (workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i)) {
        continue;
      }
      List<GridRow> rows = rows(workbook.getSheetAt(i), since1904);
      count += rows.size();
      if (count > MOST_ROWS) {
        throw new UnreadableFileException(Refusal.TOO_MANY_ROWS);
      }
      sheets.add(new Sheet(workbook.getSheetName(i), rows));
    }
    if (count == 0) {
      throw new UnreadableFileException(Refusal.EMPTY);
    }
    return sheets;
  }

  private static List<GridRow> rows(HSSFSheet sheet, boolean since1904) {
    Merges merges = new Merges(sheet.getMergedRegions());
    List<GridRow> rows = new ArrayList<>();
    for (Row row : sheet) {
      TreeMap<Integer, GridCell> cells = new TreeMap<>();
      for (Cell cell : row) {
        GridCell read = cell((HSSFCell) cell, since1904);
        if (read != null && !read.blank()) {
          cells.put(cell.getColumnIndex(), read);
        }
      }
      if (!cells.isEmpty()) {
        rows.add(merges.over(new GridRow(row.getRowNum() + 1, cells)));
      }
    }
    return rows;
  }

  private static @Nullable GridCell cell(HSSFCell cell, boolean since1904) {
    CellType type = cell.getCellType();
    return switch (type) {
      case STRING -> GridCell.value(cell.getStringCellValue());
      case BOOLEAN -> GridCell.value(cell.getBooleanCellValue() ? "TRUE" : "FALSE");
      case NUMERIC -> {
        int format = cell.getCellStyle().getDataFormat();
        String code = cell.getCellStyle().getDataFormatString();
        yield GridCell.value(
            NumberFormats.text(
                Double.toString(cell.getNumericCellValue()),
                NumberFormats.shows(format, code == null ? "" : code),
                since1904));
      }
      case FORMULA -> GridCell.formula(formula(cell));
      case ERROR -> GridCell.error(FormulaError.forInt(cell.getErrorCellValue()).getString());
      case BLANK, _NONE -> null;
    };
  }

  /// A formula that POI cannot put in words is still a formula; its cell waits.
  private static String formula(HSSFCell cell) {
    try {
      return cell.getCellFormula();
    } catch (RuntimeException e) {
      return "";
    }
  }

  @Override
  public boolean isText() {
    return false;
  }

  @Override
  public void showRows(RowVisitor visitor) {
    for (Sheet sheet : sheets) {
      visitor.sheet(sheet.name());
      sheet.rows().forEach(visitor::row);
    }
  }
}
