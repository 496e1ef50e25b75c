package org.huiwu.registration.roster.reading.grid;

/// One cell that is not blank.
///
/// @param text as it stands in the cell: numbers without exponent, cell dates as `2026-06-08 14:35`
///   (a date format without time: `2026-06-08`; a time without date: `14:35`), a formula's own text
///   with its leading `=`
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

  /// Blank as a reader sees it.
  public static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isInvisible(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// Spaces of any width and none, line breaks, controls and marks of direction.
  public static boolean isInvisible(int character) {
    if (character > ' ' && character < 0x7F || character >= 0x4E00 && character <= 0x9FFF) {
      return false;
    }
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character)
        || Character.getType(character) == Character.FORMAT;
  }
}
