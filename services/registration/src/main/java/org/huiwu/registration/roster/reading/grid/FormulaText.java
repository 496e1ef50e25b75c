package org.huiwu.registration.roster.reading.grid;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;

/// The text of a formula that was filled over several cells: the file holds it once, for the first.
final class FormulaText {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"[^\"]*\"|'[^']*'|(?<![\\w.$])(\\$?)([A-Z]{1,3})(\\$?)(\\d{1,7})(?![\\w.(])");

  private FormulaText() {}

  /// Moves the relative references (`A2`, not `$A$2`) by so many rows and columns.
  static String moved(String formula, int rows, int columns) {
    return TOKEN
        .matcher(formula)
        .replaceAll(token -> Matcher.quoteReplacement(moved(token, rows, columns)));
  }

  private static String moved(MatchResult token, int rows, int columns) {
    if (token.group(2) == null) {
      return token.group();
    }
    boolean fixedColumn = !token.group(1).isEmpty();
    boolean fixedRow = !token.group(3).isEmpty();
    int column =
        CellReference.convertColStringToIndex(token.group(2)) + (fixedColumn ? 0 : columns);
    int row = Integer.parseInt(token.group(4)) + (fixedRow ? 0 : rows);
    return column < 0 || row < 1
        ? "#REF!"
        : token.group(1) + CellReference.convertNumToColString(column) + token.group(3) + row;
  }
}
