package org.huiwu.registration.roster.reading.grid;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// UTF-8 if every byte is, else GB 18030 if every byte is; UTF-16 only with its mark (Excel's
/// "Unicode text"). Never with replacement characters.
final class TextEncoding {
  static final char MARK = '\uFEFF';
  static final char END_OF_FILE = '\u001A';

  private static final int START = 64;

  private TextEncoding() {}

  /// Reads the file once to its end.
  ///
  /// @throws UnreadableFileException `NOT_A_TABLE` if it is no text, `EMPTY` if nothing of it shows
  static Charset of(Path file) throws IOException, UnreadableFileException {
    byte[] start = start(file);
    if (start.length >= 2 && Files.size(file) % 2 == 0) {
      int mark = Byte.toUnsignedInt(start[0]) << 8 | Byte.toUnsignedInt(start[1]);
      if (mark == 0xFEFF || mark == 0xFFFE) {
        return strictly(file, StandardCharsets.UTF_16);
      }
    }
    try {
      return readable(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      return strictly(file, Charset.forName("GB18030"));
    }
  }

  private static Charset strictly(Path file, Charset charset)
      throws IOException, UnreadableFileException {
    try {
      return readable(file, charset);
    } catch (CharacterCodingException e) {
      throw new UnreadableFileException(Refusal.NOT_A_TABLE, "", e);
    }
  }

  static Reader reader(Path file, Charset charset) throws IOException {
    return new InputStreamReader(
        Files.newInputStream(file),
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static byte[] start(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(2);
    }
  }

  /// Text holds no control characters; pictures, archives and pages of other programs do, or begin
  /// with their own mark.
  private static Charset readable(Path file, Charset charset)
      throws IOException, UnreadableFileException {
    var start = new StringBuilder();
    long position = 0;
    boolean ended = false;
    try (Reader text = reader(file, charset)) {
      char[] buffer = new char[16 * 1024];
      for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
        for (int i = 0; i < n; i++, position++) {
          char read = buffer[i];
          if (ended || control(read)) {
            refuseUnlessEnd(ended, read, position);
            ended = true;
          } else if (start.length() < START
              && !(position == 0 && read == MARK)
              && (!start.isEmpty() || !GridCell.isInvisible(read))) {
            start.append(read);
          }
        }
      }
    }
    refuseMarkup(start.toString());
    return charset;
  }

  private static void refuseUnlessEnd(boolean ended, char read, long position)
      throws UnreadableFileException {
    if (ended || read != END_OF_FILE) {
      throw new UnreadableFileException(Refusal.NOT_A_TABLE, "character " + (position + 1));
    }
  }

  private static void refuseMarkup(String start) throws UnreadableFileException {
    if (start.isEmpty()) {
      throw new UnreadableFileException(Refusal.EMPTY, "");
    }
    if (start.startsWith("<") || start.startsWith("%PDF") || start.startsWith("{\\rtf")) {
      throw new UnreadableFileException(Refusal.NOT_A_TABLE, "character 1");
    }
  }

  private static boolean control(char character) {
    return character < ' '
        && character != '\t'
        && character != '\n'
        && character != '\r'
        && character != '\f'
        && character != '\u000B';
  }
}
