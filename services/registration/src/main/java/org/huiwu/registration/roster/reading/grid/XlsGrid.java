package org.huiwu.registration.roster.reading.grid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.SharedValueRecordBase;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/// An xls workbook of Excel 97 to 2003, streamed: of its rows none is kept. Opening reads it once,
/// for its merged cells and shared formulas (which the file holds behind the rows).
final class XlsGrid implements Grid {
  private record Sheet(
      String name, List<CellRangeAddress> merges, List<SharedValueRecordBase> shared) {}

  private static final Set<String> MACRO_STORAGES = Set.of("_VBA_PROJECT_CUR", "_VBA_PROJECT");

  private final POIFSFileSystem file;
  private final XlsRecords records;
  private final XlsBook book = new XlsBook();

  /// Those to see, by the number of their substream.
  private final Map<Integer, Sheet> sheets = new HashMap<>();

  private List<BoundSheetRecord> stored = List.of();
  private int rows;

  private XlsGrid(POIFSFileSystem file) throws UnreadableFileException {
    this.file = file;
    this.records = new XlsRecords(file);
  }

  static XlsGrid of(Path path) throws UnreadableFileException {
    POIFSFileSystem file;
    try {
      file = new POIFSFileSystem(path.toFile(), true);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFileException(Refusal.DAMAGED, "", e);
    }
    try {
      return opened(file);
    } catch (UnreadableFileException e) {
      closed(file);
      throw e;
    }
  }

  private static XlsGrid opened(POIFSFileSystem file) throws UnreadableFileException {
    if (file.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
      throw new UnreadableFileException(Refusal.ENCRYPTED, "EncryptedPackage");
    }
    for (String macros : MACRO_STORAGES) {
      if (file.getRoot().hasEntryCaseInsensitive(macros)) {
        throw new UnreadableFileException(Refusal.MACROS, macros);
      }
    }
    try {
      XlsGrid grid = new XlsGrid(file);
      grid.survey();
      if (grid.rows == 0) {
        throw new UnreadableFileException(Refusal.EMPTY, "");
      }
      return grid;
    } catch (BeyondLimitException e) {
      throw e.unreadable();
    } catch (EncryptedDocumentException e) {
      throw new UnreadableFileException(Refusal.ENCRYPTED, "", e);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFileException(Refusal.DAMAGED, "", e);
    }
  }

  private void survey() throws IOException, UnreadableFileException {
    Map<Integer, XlsSheet> reading = new HashMap<>();
    records.read((record, substream) -> {
      if (substream == 0) {
        book.take(record);
      } else if (isVisible(substream)) {
        reading.computeIfAbsent(substream, _ -> XlsSheet.first(book, this::count)).take(record);
      }
    });
    reading.forEach((substream, sheet) -> {
      sheet.end();
      String name = stored.get(substream - 1).getSheetname();
      sheets.put(substream, new Sheet(name, sheet.merges(), sheet.shared()));
    });
  }

  private boolean isVisible(int substream) {
    if (stored.isEmpty()) {
      stored = book.sheets();
    }
    return substream <= stored.size()
        && !stored.get(substream - 1).isHidden()
        && !stored.get(substream - 1).isVeryHidden();
  }

  private void count(GridRow row) {
    if (++rows > MOST_ROWS) {
      throw new BeyondLimitException(Refusal.TOO_MANY_ROWS, "row " + row.number());
    }
  }

  @Override
  public boolean isText() {
    return false;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public void showRows(RowVisitor visitor) {
    var shown =
        new Object() {
          int substream;
          @Nullable XlsSheet sheet;
        };
    try {
      records.read((RecordInputStream record, int substream) -> {
        if (substream != shown.substream) {
          end(shown.sheet);
          shown.substream = substream;
          shown.sheet = begin(substream, visitor);
        }
        if (shown.sheet != null) {
          shown.sheet.take(record);
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UnreadableFileException e) {
      throw new IllegalStateException("a workbook that could be read once", e);
    }
    end(shown.sheet);
  }

  private @Nullable XlsSheet begin(int substream, RowVisitor visitor) {
    Sheet sheet = sheets.get(substream);
    if (sheet == null) {
      return null;
    }
    visitor.sheet(sheet.name());
    Merges merges = new Merges(sheet.merges());
    return XlsSheet.again(book, sheet.shared(), row -> visitor.row(merges.over(row)));
  }

  private static void end(@Nullable XlsSheet sheet) {
    if (sheet != null) {
      sheet.end();
    }
  }

  @Override
  public void close() {
    closed(file);
  }

  private static void closed(POIFSFileSystem file) {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
