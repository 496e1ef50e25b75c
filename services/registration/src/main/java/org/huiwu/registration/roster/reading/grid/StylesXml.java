package org.huiwu.registration.roster.reading.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiwu.registration.roster.reading.grid.NumberFormats.Shows;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/// `xl/styles.xml`: which cell styles show dates and times.
final class StylesXml extends DefaultHandler {
  /// Excel itself stops at 65,490.
  private static final int MOST_FORMATS = 70_000;

  private final Map<Integer, String> codes = new HashMap<>();
  private final List<Integer> formats = new ArrayList<>();
  private boolean inCellFormats;

  /// @param style a cell's `s`, null for none
  Shows shows(@Nullable String style) {
    int index = style == null ? 0 : Integer.parseInt(style);
    if (index < 0 || index >= formats.size()) {
      return Shows.NUMBER;
    }
    int format = formats.get(index);
    return NumberFormats.shows(format, codes.getOrDefault(format, ""));
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    if (codes.size() > MOST_FORMATS || formats.size() > MOST_FORMATS) {
      throw new BeyondLimitException(Refusal.TOO_BIG, "xl/styles.xml");
    }
    switch (name) {
      case "numFmt" ->
          codes.put(
              Integer.parseInt(attributes.getValue("numFmtId")), attributes.getValue("formatCode"));
      case "cellXfs" -> inCellFormats = true;
      case "xf" -> {
        if (inCellFormats) {
          String format = attributes.getValue("numFmtId");
          formats.add(format == null ? 0 : Integer.parseInt(format));
        }
      }
      default -> {}
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    if (name.equals("cellXfs")) {
      inCellFormats = false;
    }
  }
}
