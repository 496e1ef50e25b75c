package org.huiwu.registration.roster.reading.grid;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// RFC 4180, as offices keep it: any line ending, a tab or semicolon for the comma, and a quotation
/// mark that nothing closes is only a character.
///
/// A spreadsheet's cell holds at most 32,767 characters; a quotation that runs longer was none, and
/// a field that is longer, or a record of more fields than a spreadsheet has columns, is none of a
/// roster's.
final class DelimitedText {
  private static final char QUOTE = '"';
  private static final int LONGEST_FIELD = 32_767;

  /// A doubled mark counts once in the field and twice in the text.
  private static final int LOOK_AHEAD = 2 * LONGEST_FIELD + 4;

  private final Reader text;
  private final char delimiter;
  private final char[] window = new char[4 * LOOK_AHEAD];
  private int at;
  private int end;
  private boolean exhausted;
  private int records;

  DelimitedText(Reader text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  /// Reads the records in turn, blank lines too, for as long as `wanted` says yes.
  ///
  /// @throws BeyondLimitException at a field or a record that is too long
  void read(Predicate<List<String>> wanted) throws IOException {
    if (peek(0) == TextEncoding.MARK) {
      at++;
    }
    boolean more = true;
    while (more && peek(0) >= 0) {
      records++;
      more = wanted.test(record());
    }
  }

  private List<String> record() throws IOException {
    List<String> fields = new ArrayList<>();
    while (true) {
      if (fields.size() == Grid.MOST_COLUMNS) {
        throw new BeyondLimitException(Refusal.TOO_MANY_COLUMNS, "row " + records);
      }
      fields.add(field());
      int ending = peek(0);
      if (ending < 0) {
        return fields;
      }
      at++;
      if (ending != delimiter) {
        if (ending == '\r' && peek(0) == '\n') {
          at++;
        }
        return fields;
      }
    }
  }

  private String field() throws IOException {
    StringBuilder field = new StringBuilder();
    int start = peek(0) == QUOTE ? quoted(field) : 0;
    if (start == 0) {
      field.setLength(0);
    }
    at += start;
    int length = 0;
    while (!ends(peek(length))) {
      if (++length > LONGEST_FIELD) {
        throw new BeyondLimitException(Refusal.TEXT_TOO_LONG, "row " + records);
      }
    }
    field.append(window, at, length);
    at += length;
    return field.toString();
  }

  /// @return how many characters the quotation takes, or 0 if its closing mark was not found with
  ///   the field's end right behind it
  private int quoted(StringBuilder field) throws IOException {
    int i = 1;
    while (field.length() <= LONGEST_FIELD) {
      int next = peek(i++);
      if (next < 0) {
        return 0;
      }
      if (next != QUOTE) {
        field.append((char) next);
      } else if (peek(i) == QUOTE) {
        field.append(QUOTE);
        i++;
      } else {
        return ends(peek(i)) ? i : 0;
      }
    }
    return 0;
  }

  private boolean ends(int character) {
    return character < 0 || character == delimiter || character == '\n' || character == '\r';
  }

  /// The character so far ahead, or -1 behind the end.
  private int peek(int ahead) throws IOException {
    if (at + ahead >= end && !exhausted) {
      fill();
    }
    return at + ahead < end ? window[at + ahead] : -1;
  }

  private void fill() throws IOException {
    if (at > 0) {
      System.arraycopy(window, at, window, 0, end - at);
      end -= at;
      at = 0;
    }
    while (end < window.length && !exhausted) {
      int n = text.read(window, end, window.length - end);
      if (n < 0) {
        exhausted = true;
        if (end > 0 && window[end - 1] == TextEncoding.END_OF_FILE) {
          end--;
        }
      } else {
        end += n;
      }
    }
  }
}
