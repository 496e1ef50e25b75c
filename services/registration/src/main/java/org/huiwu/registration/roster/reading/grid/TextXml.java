package org.huiwu.registration.roster.reading.grid;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Collects the text of a cell or shared string. Phonetic guides (`rPh`, a name's reading written
/// above it) are not part of the text.
abstract class TextXml extends DefaultHandler {
  /// The most that Excel itself holds in a cell.
  private static final int LONGEST_TEXT = 32_767;

  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final StringBuilder text = new StringBuilder();
  private boolean collecting;
  private int phonetic;

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes)
      throws SAXException {
    if (name.equals("rPh")) {
      phonetic++;
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) throws SAXException {
    if (name.equals("rPh")) {
      phonetic--;
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (!collecting) {
      return;
    }
    if (text.length() + length > LONGEST_TEXT) {
      throw new BeyondLimitException(Refusal.TEXT_TOO_LONG, where());
    }
    text.append(characters, start, length);
  }

  /// Where the text stands.
  String where() {
    return "";
  }

  void collect() {
    collecting = phonetic == 0;
  }

  void pause() {
    collecting = false;
  }

  /// What was collected since the last call, with `_x000D_` and its like unescaped.
  String take() {
    String taken = text.toString();
    text.setLength(0);
    return taken.contains("_x")
        ? ESCAPED
            .matcher(taken)
            .replaceAll(code ->
                Matcher.quoteReplacement(
                    Character.toString((char) Integer.parseInt(code.group(1), 16))))
        : taken;
  }
}
