package org.huiwu.registration.roster.reading.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// RFC 4180, as offices keep it: any line ending, a tab or semicolon for the comma, and a quotation
/// mark that nothing closes is only a character.
///
/// A spreadsheet's cell holds at most 32,767 characters; a quotation that runs longer was none.
final class DelimitedText {
  private static final char QUOTE = '"';
  private static final int LONGEST_FIELD = 32_767;

  private final String text;
  private final char delimiter;
  private int at;
  private final int lastClosable;

  DelimitedText(String text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
    this.lastClosable = text.lastIndexOf(QUOTE);
  }

  /// Reads the records in turn, blank lines too, for as long as `wanted` says yes.
  void read(Predicate<List<String>> wanted) {
    at = 0;
    boolean more = true;
    while (more && at < text.length()) {
      more = wanted.test(record());
    }
  }

  private List<String> record() {
    List<String> fields = new ArrayList<>();
    while (true) {
      fields.add(field());
      if (at >= text.length()) {
        return fields;
      }
      char end = text.charAt(at++);
      if (end != delimiter) {
        if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
          at++;
        }
        return fields;
      }
    }
  }

  private String field() {
    StringBuilder field = new StringBuilder();
    if (at < text.length() && text.charAt(at) == QUOTE) {
      int start = at;
      if (!quoted(field)) {
        at = start;
        field.setLength(0);
      }
    }
    int start = at;
    while (at < text.length() && !ends(text.charAt(at))) {
      at++;
    }
    return field.append(text, start, at).toString();
  }

  /// @return whether the field's closing mark was found, with the field's end right behind it
  private boolean quoted(StringBuilder field) {
    at++;
    while (at <= lastClosable && field.length() <= LONGEST_FIELD) {
      char next = text.charAt(at++);
      if (next != QUOTE) {
        field.append(next);
      } else if (at < text.length() && text.charAt(at) == QUOTE) {
        field.append(QUOTE);
        at++;
      } else {
        return at >= text.length() || ends(text.charAt(at));
      }
    }
    return false;
  }

  private boolean ends(char character) {
    return character == delimiter || character == '\n' || character == '\r';
  }
}
