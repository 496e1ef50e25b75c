package org.huiwu.registration.roster.reading.grid;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// UTF-8 if every byte is, else GB 18030 if every byte is; UTF-16 only with its mark (Excel's
/// "Unicode text"). Never with replacement characters.
final class TextEncoding {
  private static final char MARK = '\uFEFF';
  private static final char END_OF_FILE = '\u001A';

  private TextEncoding() {}

  static String decode(byte[] content) throws UnreadableFileException {
    if (content.length >= 2 && content.length % 2 == 0) {
      int mark = Byte.toUnsignedInt(content[0]) << 8 | Byte.toUnsignedInt(content[1]);
      if (mark == 0xFEFF || mark == 0xFFFE) {
        return readable(strictly(StandardCharsets.UTF_16, content));
      }
    }
    try {
      return readable(strictly(StandardCharsets.UTF_8, content));
    } catch (UnreadableFileException e) {
      return readable(strictly(Charset.forName("GB18030"), content));
    }
  }

  private static String strictly(Charset charset, byte[] content) throws UnreadableFileException {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(content))
          .toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableFileException(Refusal.NOT_A_TABLE, e);
    }
  }

  /// Text holds no control characters; pictures, archives and pages of other programs do, or begin
  /// with their own mark.
  private static String readable(String text) throws UnreadableFileException {
    String body = text.isEmpty() || text.charAt(0) != MARK ? text : text.substring(1);
    body = body.endsWith(String.valueOf(END_OF_FILE)) ? body.substring(0, body.length() - 1) : body;
    String start = body.stripLeading();
    boolean markup =
        start.startsWith("<") || start.startsWith("%PDF") || start.startsWith("{\\rtf");
    if (markup || body.chars().anyMatch(TextEncoding::control)) {
      throw new UnreadableFileException(Refusal.NOT_A_TABLE);
    }
    return body;
  }

  private static boolean control(int character) {
    return character < ' '
        && character != '\t'
        && character != '\n'
        && character != '\r'
        && character != '\f'
        && character != '\u000B';
  }
}
