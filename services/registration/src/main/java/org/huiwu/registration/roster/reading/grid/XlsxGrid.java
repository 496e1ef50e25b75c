package org.huiwu.registration.roster.reading.grid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// An xlsx workbook, streamed: of its rows none is kept. Opening parses each visible sheet once,
/// for its merged cells (which the file holds behind the rows) and to find damage and excess early.
/// What it links to elsewhere is never followed: only the workbook's own sheets, styles and strings
/// are opened.
final class XlsxGrid implements Grid {
  private record Sheet(String name, String relation, List<CellRangeAddress> merges) {}

  private final OPCPackage file;
  private final XSSFReader parts;
  private final WorkbookXml workbook = new WorkbookXml();
  private final StylesXml styles = new StylesXml();
  private final SharedStringsXml strings = new SharedStringsXml();
  private final List<Sheet> sheets = new ArrayList<>();
  private String surveyed = "";
  private int rows;

  private XlsxGrid(OPCPackage file) throws IOException, OpenXML4JException {
    this.file = file;
    this.parts = new XSSFReader(file);
  }

  static XlsxGrid of(Path file) throws UnreadableFileException {
    try {
      return of(opened(LimitedZip.open(file)));
    } catch (IOException | OpenXML4JException | RuntimeException e) {
      throw new UnreadableFileException(Refusal.DAMAGED, "", e);
    }
  }

  private static OPCPackage opened(LimitedZip zip) throws IOException, OpenXML4JException {
    try {
      return OPCPackage.open(zip);
    } catch (OpenXML4JException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static XlsxGrid of(OPCPackage file) throws UnreadableFileException {
    String where = "";
    try {
      refuseMacros(file);
      XlsxGrid grid = new XlsxGrid(file);
      try {
        grid.survey();
      } finally {
        where = grid.surveyed;
      }
      if (grid.rows == 0) {
        throw new UnreadableFileException(Refusal.EMPTY, "");
      }
      return grid;
    } catch (BeyondLimitException e) {
      file.revert();
      throw e.unreadable();
    } catch (UnreadableFileException e) {
      file.revert();
      throw e;
    } catch (IOException | SAXException | OpenXML4JException | RuntimeException e) {
      file.revert();
      throw new UnreadableFileException(Refusal.DAMAGED, where, e);
    }
  }

  private static void refuseMacros(OPCPackage file)
      throws OpenXML4JException, UnreadableFileException {
    for (PackagePart part : file.getParts()) {
      if (part.getContentType().contains("macroEnabled")) {
        throw new UnreadableFileException(Refusal.MACROS, part.getPartName().getName());
      }
    }
  }

  private void survey() throws IOException, SAXException, OpenXML4JException {
    surveyed = "xl/workbook.xml";
    Xml.parse(parts.getWorkbookData(), workbook);
    surveyed = "xl/styles.xml";
    parseIfThere(XSSFRelation.STYLES, styles);
    surveyed = "xl/sharedStrings.xml";
    parseIfThere(XSSFRelation.SHARED_STRINGS, strings);
    for (WorkbookXml.Sheet sheet : workbook.visible()) {
      surveyed = sheet.name();
      List<CellRangeAddress> merges = parse(sheet.relation(), this::count);
      sheets.add(new Sheet(sheet.name(), sheet.relation(), merges));
    }
  }

  private void count(GridRow row) {
    if (++rows > MOST_ROWS) {
      throw new BeyondLimitException(Refusal.TOO_MANY_ROWS, "row " + row.number());
    }
  }

  /// By content type: the strict variant of the format names its relations otherwise.
  private void parseIfThere(XSSFRelation kind, DefaultHandler handler)
      throws IOException, SAXException {
    for (PackagePart part : file.getPartsByContentType(kind.getContentType())) {
      Xml.parse(part.getInputStream(), handler);
    }
  }

  private List<CellRangeAddress> parse(String relation, Consumer<GridRow> each)
      throws IOException, SAXException, OpenXML4JException {
    SheetXml sheet = new SheetXml(strings, styles, workbook.since1904(), each);
    Xml.parse(parts.getSheet(relation), sheet);
    return sheet.merges();
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
    for (Sheet sheet : sheets) {
      visitor.sheet(sheet.name());
      Merges merges = new Merges(sheet.merges());
      try {
        parse(sheet.relation(), row -> visitor.row(merges.over(row)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SAXException | OpenXML4JException e) {
        throw new IllegalStateException("a sheet that could be read once", e);
      }
    }
  }

  @Override
  public void close() {
    file.revert();
  }
}
