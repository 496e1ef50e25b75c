package org.huiwu.registration.roster.reading;

import java.util.regex.Pattern;
import org.huiwu.registration.roster.reading.grid.GridCell;

/// Text that a spreadsheet would run: "A value that a spreadsheet would run as a formula is never
/// stored or exported as one" (FORMAT.md, "Rosters").
final class Formulas {
  private static final Pattern NUMBER_OR_DASHES = Pattern.compile("[+-][-\\d\\s().]*");

  private Formulas() {}

  /// Looks behind leading spaces and tabs, and at full-width signs. A phone's `+86`, a negative
  /// number and a mere dash do nothing.
  static boolean wouldRun(String text) {
    if (text.isEmpty() || Character.isLetterOrDigit(text.charAt(0))) {
      return false;
    }
    String start = Wording.folded(text).strip();
    int first = start.codePoints().dropWhile(GridCell::isInvisible).findFirst().orElse(' ');
    return switch (first) {
      case '=', '@' -> true;
      case '+', '-' -> !NUMBER_OR_DASHES.matcher(start.substring(start.indexOf(first))).matches();
      default -> false;
    };
  }
}
