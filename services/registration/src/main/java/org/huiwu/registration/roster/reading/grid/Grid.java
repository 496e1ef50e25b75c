package org.huiwu.registration.roster.reading.grid;

/// An opened roster file. It was read once to its end when it was opened, so that whatever makes a
/// file unreadable (damage, limits) is known before the first row is shown.
public sealed interface Grid permits XlsxGrid, XlsGrid, TextGrid {

  /// Uploads above this many bytes are refused.
  int MOST_BYTES = 10 * 1024 * 1024;

  /// Rows that are not blank, over all visible sheets.
  int MOST_ROWS = 50_000;

  void showRows(RowVisitor visitor);

  /// Delimited text rather than a workbook.
  boolean isText();

  /// The kind is told by the content, whatever the file is called.
  ///
  /// @throws UnreadableFileException if the file is empty, damaged, above the limits, encrypted,
  ///   carries macros or is no table at all
  static Grid open(byte[] content) throws UnreadableFileException {
    if (content.length > MOST_BYTES) {
      throw new UnreadableFileException(Refusal.TOO_BIG);
    }
    if (startsWith(content, 'P', 'K')) {
      return XlsxGrid.of(content);
    }
    if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
      return XlsGrid.of(content);
    }
    return TextGrid.of(content);
  }

  private static boolean startsWith(byte[] content, int... magic) {
    if (content.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (Byte.toUnsignedInt(content[i]) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
