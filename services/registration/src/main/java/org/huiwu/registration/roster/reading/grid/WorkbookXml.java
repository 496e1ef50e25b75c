package org.huiwu.registration.roster.reading.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/// `xl/workbook.xml`: which sheets there are to see, and from when days are counted.
final class WorkbookXml extends DefaultHandler {
  record Sheet(String name, String relation) {}

  private static final int MOST_SHEETS = 100;

  private final List<Sheet> visible = new ArrayList<>();
  private boolean since1904;

  List<Sheet> visible() {
    return visible;
  }

  boolean since1904() {
    return since1904;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    switch (name) {
      case "workbookPr" -> since1904 = isTrue(attributes.getValue("date1904"));
      case "sheet" -> {
        String state = attributes.getValue("state");
        if (state == null || state.equals("visible")) {
          if (visible.size() == MOST_SHEETS) {
            throw new BeyondLimitException(Refusal.TOO_BIG, "xl/workbook.xml");
          }
          visible.add(new Sheet(attributes.getValue("name"), relation(attributes)));
        }
      }
      default -> {}
    }
  }

  private static boolean isTrue(@Nullable String flag) {
    return flag != null && Set.of("1", "true", "on").contains(flag);
  }

  private static String relation(Attributes attributes) {
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.getLocalName(i).equals("id") && !attributes.getURI(i).isEmpty()) {
        return attributes.getValue(i);
      }
    }
    return "";
  }
}
