package org.huiwu.registration.roster.reading.grid;

/// One cell that is not blank.
///
/// @param text as it stands in the cell: numbers without exponent, cell dates as `2026-06-08 14:35`
///     (a date format without time: `2026-06-08`; a time without date: `14:35`), a formula's own
///     text with its leading `=`
/// @param columns how many columns the cell covers; more than one only for a merged cell
public record GridCell(String text, Kind kind, int columns) {

  /// What stands in a cell. The result of a formula is never looked at.
  public enum Kind {
    VALUE,
    FORMULA,
    ERROR
  }

  static GridCell value(String text) {
    return new GridCell(text, Kind.VALUE, 1);
  }

  static GridCell formula(String ownText) {
    return new GridCell("=" + ownText, Kind.FORMULA, 1);
  }

  static GridCell error(String text) {
    return new GridCell(text, Kind.ERROR, 1);
  }

  GridCell covering(int width) {
    return new GridCell(text, kind, width);
  }

  boolean blank() {
    return kind == Kind.VALUE && isBlank(text);
  }

  /// Blank as a reader sees it: also ideographic and no-break spaces and characters of no width.
  public static boolean isBlank(String text) {
    return text.codePoints().allMatch(GridCell::invisible);
  }

  private static boolean invisible(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character)
        || Character.getType(character) == Character.FORMAT;
  }
}
