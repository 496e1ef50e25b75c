package org.huiwu.registration.roster.reading.grid;

import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/// `xl/sharedStrings.xml`, as plain strings.
final class SharedStringsXml extends TextXml {
  private final TextPool strings = new TextPool();

  String get(int index) {
    return strings.get(index);
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes)
      throws SAXException {
    super.startElement(uri, name, qualified, attributes);
    if (name.equals("t")) {
      collect();
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) throws SAXException {
    super.endElement(uri, name, qualified);
    switch (name) {
      case "t" -> pause();
      case "si" -> strings.add(take());
      default -> {}
    }
  }
}
