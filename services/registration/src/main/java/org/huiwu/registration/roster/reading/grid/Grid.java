package org.huiwu.registration.roster.reading.grid;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// An opened roster file. It was read once to its end when it was opened, so that whatever makes a
/// file unreadable (damage, limits) is known before the first row is shown. Of its rows none is
/// kept.
public sealed interface Grid extends AutoCloseable permits XlsxGrid, XlsGrid, TextGrid {

  /// Larger files are refused. An xls of 65,536 full rows has about 20 MiB, text and xlsx less than
  /// 10.
  int MOST_BYTES = 24 * 1024 * 1024;

  /// Rows that are not blank, over all visible sheets: as many as a sheet of an xls holds.
  int MOST_ROWS = 65_536;

  /// More columns than any spreadsheet has.
  int MOST_COLUMNS = 16_384;

  void showRows(RowVisitor visitor);

  /// Rows that are not blank, over all visible sheets.
  int rows();

  /// Delimited text rather than a workbook.
  boolean isText();

  @Override
  void close();

  /// The kind is told by the content, whatever the file is called.
  ///
  /// @throws UnreadableFileException if the file is empty, damaged, above the limits, encrypted,
  ///   carries macros or is no table at all
  static Grid open(Path file) throws UnreadableFileException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new UnreadableFileException(Refusal.TOO_BIG, "> " + MOST_BYTES);
      }
      byte[] start = start(file);
      if (startsWith(start, 'P', 'K')) {
        return XlsxGrid.of(file);
      }
      if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
        return XlsGrid.of(file);
      }
      return TextGrid.of(file);
    } catch (IOException e) {
      throw new UnreadableFileException(Refusal.DAMAGED, "", e);
    }
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(4);
    }
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
