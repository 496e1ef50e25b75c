package org.huiwu.registration.roster.reading.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.eventusermodel.EventWorkbookBuilder;
import org.apache.poi.hssf.model.HSSFFormulaParser;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.ExternSheetRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.apache.poi.hssf.usermodel.HSSFDataFormat;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.huiwu.registration.roster.reading.grid.NumberFormats.Shows;
import org.jspecify.annotations.Nullable;

/// What an xls workbook says of all its sheets: their names, its texts, its formats.
final class XlsBook {
  private static final int MOST_SHEETS = 100;
  private static final int MOST_FORMATS = 70_000;

  private final List<BoundSheetRecord> sheets = new ArrayList<>();
  private final List<ExternSheetRecord> externals = new ArrayList<>();
  private final TextPool texts = new TextPool();
  private final Map<Integer, String> codes = new HashMap<>();
  private final List<Integer> formats = new ArrayList<>();
  private boolean since1904;
  private @Nullable HSSFWorkbook names;

  /// Takes one record of the workbook's own substream.
  void take(RecordInputStream record) {
    switch (record.getSid()) {
      case BoundSheetRecord.sid -> sheets.add(limited(new BoundSheetRecord(record)));
      case ExternSheetRecord.sid -> externals.add(new ExternSheetRecord(record));
      case SSTRecord.sid -> takeTexts(record);
      case FormatRecord.sid -> {
        FormatRecord format = new FormatRecord(record);
        codes.put(format.getIndexCode(), format.getFormatString());
        refuseTooMany(codes.size());
      }
      case ExtendedFormatRecord.sid -> {
        formats.add((int) new ExtendedFormatRecord(record).getFormatIndex());
        refuseTooMany(formats.size());
      }
      case DateWindow1904Record.sid ->
          since1904 = new DateWindow1904Record(record).getWindowing() == 1;
      default -> {}
    }
  }

  private BoundSheetRecord limited(BoundSheetRecord sheet) {
    if (sheets.size() == MOST_SHEETS) {
      throw new BeyondLimitException(Refusal.TOO_BIG, "> " + MOST_SHEETS + " sheets");
    }
    return sheet;
  }

  private static void refuseTooMany(int count) {
    if (count > MOST_FORMATS) {
      throw new BeyondLimitException(Refusal.TOO_BIG, "> " + MOST_FORMATS + " formats");
    }
  }

  private void takeTexts(RecordInputStream record) {
    record.readInt();
    int unique = record.readInt();
    for (int i = 0; i < unique; i++) {
      if (record.available() == 0 && !record.hasNextRecord()) {
        return;
      }
      texts.add(new UnicodeString(record).getString());
    }
  }

  /// The sheets in the order of their substreams, of which the first follows the workbook's own:
  /// every office program writes them in the order in which they are seen.
  List<BoundSheetRecord> sheets() {
    return List.of(BoundSheetRecord.orderByBofPosition(sheets));
  }

  boolean since1904() {
    return since1904;
  }

  String text(int index) {
    return texts.get(index);
  }

  /// @param style a cell's
  Shows shows(int style) {
    if (style < 0 || style >= formats.size()) {
      return Shows.NUMBER;
    }
    int format = formats.get(style);
    String code = codes.get(format);
    String builtin =
        code == null && format < HSSFDataFormat.getNumberOfBuiltinBuiltinFormats()
            ? HSSFDataFormat.getBuiltinFormat((short) format)
            : code;
    return NumberFormats.shows(format, builtin == null ? "" : builtin);
  }

  /// A formula's own text. One that cannot be put in words is still a formula; its cell waits.
  String formula(Ptg[] tokens) {
    try {
      HSSFWorkbook book = names;
      if (book == null) {
        book =
            HSSFWorkbook.create(
                EventWorkbookBuilder.createStubWorkbook(
                    externals.toArray(ExternSheetRecord[]::new),
                    sheets.toArray(BoundSheetRecord[]::new)));
        names = book;
      }
      return HSSFFormulaParser.toFormulaString(book, tokens);
    } catch (RuntimeException e) {
      return "";
    }
  }
}
