package org.huiwu.registration.roster.reading.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/// One worksheet, row by row as the parser meets them; only the row in hand is kept.
final class SheetXml extends TextXml {
  private record SharedFormula(String text, int row, int column) {}

  private static final int MOST_MERGES = 70_000;

  /// The text of a formula that shares one beyond these is not known; its cell waits all the same.
  private static final int MOST_SHARED_FORMULAS = 10_000;

  private final SharedStringsXml strings;
  private final StylesXml styles;
  private final boolean since1904;
  private final Consumer<GridRow> rows;
  private final List<CellRangeAddress> merges = new ArrayList<>();
  private final Map<String, SharedFormula> shared = new HashMap<>();

  private TreeMap<Integer, GridCell> cells = new TreeMap<>();
  private int row;
  private int column = -1;
  private String type = "n";
  private @Nullable String style;
  private @Nullable String value;
  private @Nullable String formula;
  private @Nullable String sharedIndex;

  SheetXml(SharedStringsXml strings, StylesXml styles, boolean since1904, Consumer<GridRow> rows) {
    this.strings = strings;
    this.styles = styles;
    this.since1904 = since1904;
    this.rows = rows;
  }

  /// Complete only when the sheet has been parsed: they stand behind the rows.
  List<CellRangeAddress> merges() {
    return merges;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes)
      throws SAXException {
    super.startElement(uri, name, qualified, attributes);
    switch (name) {
      case "row" -> {
        String number = attributes.getValue("r");
        int next = number == null ? row + 1 : Integer.parseInt(number);
        if (next <= row) {
          throw new SAXException("rows out of order");
        }
        row = next;
        column = -1;
        cells = new TreeMap<>();
      }
      case "c" -> beginCell(attributes);
      case "f" -> {
        sharedIndex = "shared".equals(attributes.getValue("t")) ? attributes.getValue("si") : null;
        collect();
      }
      case "v", "t" -> collect();
      case "mergeCell" -> {
        if (merges.size() == MOST_MERGES) {
          throw new BeyondLimitException(Refusal.TOO_BIG, "mergeCells");
        }
        merges.add(CellRangeAddress.valueOf(attributes.getValue("ref")));
      }
      default -> {}
    }
  }

  @Override
  String where() {
    return column < 0 ? "row " + row : GridRow.letters(column) + row;
  }

  private void beginCell(Attributes attributes) throws SAXException {
    String reference = attributes.getValue("r");
    column = reference == null ? column + 1 : column(reference);
    if (column < 0) {
      throw new SAXException("a cell without a column");
    }
    if (column >= Grid.MOST_COLUMNS) {
      throw new BeyondLimitException(Refusal.TOO_MANY_COLUMNS, where());
    }
    String declared = attributes.getValue("t");
    type = declared == null ? "n" : declared;
    style = attributes.getValue("s");
    value = null;
    formula = null;
    sharedIndex = null;
  }

  /// The column of `AB12`, 0-based; below 0 or beyond the last if there is none such.
  private static int column(String reference) {
    int column = 0;
    for (int i = 0; i < reference.length() && column <= Grid.MOST_COLUMNS; i++) {
      char letter = reference.charAt(i);
      if (letter >= '0' && letter <= '9') {
        break;
      }
      column =
          letter < 'A' || letter > 'Z' ? Grid.MOST_COLUMNS + 1 : column * 26 + letter - 'A' + 1;
    }
    return column - 1;
  }

  @Override
  public void endElement(String uri, String name, String qualified) throws SAXException {
    super.endElement(uri, name, qualified);
    switch (name) {
      case "t" -> pause();
      case "f" -> {
        pause();
        formula = take();
      }
      case "v", "is" -> {
        pause();
        value = take();
      }
      case "c" -> endCell();
      case "row" -> {
        if (!cells.isEmpty()) {
          rows.accept(new GridRow(row, cells));
        }
      }
      default -> {}
    }
  }

  private void endCell() {
    GridCell cell = formula != null ? formulaCell(formula) : valueCell();
    if (cell != null && !cell.blank()) {
      cells.put(column, cell);
    }
  }

  private @Nullable GridCell valueCell() {
    String read = value;
    if (read == null) {
      return null;
    }
    return switch (type) {
      case "s" -> GridCell.value(strings.get(Integer.parseInt(read.strip())));
      case "b" -> GridCell.value(read.strip().equals("1") ? "TRUE" : "FALSE");
      case "e" -> GridCell.error(read);
      case "n" ->
          read.isBlank()
              ? null
              : GridCell.value(NumberFormats.text(read.strip(), styles.shows(style), since1904));
      default -> GridCell.value(read);
    };
  }

  private GridCell formulaCell(String text) {
    String index = sharedIndex;
    if (index == null) {
      return GridCell.formula(text);
    }
    if (!text.isEmpty()) {
      if (shared.size() < MOST_SHARED_FORMULAS) {
        shared.put(index, new SharedFormula(text, row, column));
      }
      return GridCell.formula(text);
    }
    SharedFormula first = shared.get(index);
    return GridCell.formula(
        first == null
            ? ""
            : FormulaText.moved(first.text(), row - first.row(), column - first.column()));
  }
}
