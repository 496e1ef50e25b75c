package org.huiwu.registration.roster.reading.grid;

import java.nio.charset.StandardCharsets;

/// Looks at the bytes of an XML part before any parser does: a document type, or a tag so long that
/// a parser would fill the memory with it.
final class XmlScan {
  private static final byte[] DOCTYPE = "!DOCTYPE".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] COMMENT = "!--".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CDATA = "![CDATA[".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_TAG = 64 * 1024;

  private enum State {
    TEXT,
    TAG,
    QUOTED,
    COMMENT,
    CDATA
  }

  private final String part;
  private final byte[] beginning = new byte[DOCTYPE.length];
  private State state = State.TEXT;
  private int length;
  private byte quote;
  private int closing;

  XmlScan(String part) {
    this.part = part;
  }

  void scan(byte[] bytes, int count) throws UnreadableFileException {
    for (int i = 0; i < count; i++) {
      next(bytes[i]);
    }
  }

  private void next(byte read) throws UnreadableFileException {
    switch (state) {
      case TEXT -> {
        if (read == '<') {
          state = State.TAG;
          length = 0;
        }
      }
      case TAG -> inTag(read);
      case QUOTED -> {
        grow();
        if (read == quote) {
          state = State.TAG;
        }
      }
      case COMMENT -> endsWith(read, (byte) '-');
      case CDATA -> endsWith(read, (byte) ']');
    }
  }

  private void inTag(byte read) throws UnreadableFileException {
    if (length < beginning.length) {
      beginning[length] = read;
    }
    grow();
    if (read == '>') {
      state = State.TEXT;
    } else if (read == '"' || read == '\'') {
      quote = read;
      state = State.QUOTED;
    } else if (is(DOCTYPE)) {
      throw new UnreadableFileException(Refusal.DOCTYPE, part);
    } else if (is(COMMENT)) {
      state = State.COMMENT;
      closing = 0;
    } else if (is(CDATA)) {
      state = State.CDATA;
      closing = 0;
    }
  }

  /// `-->` and `]]>`.
  private void endsWith(byte read, byte twice) {
    if (read == '>' && closing >= 2) {
      state = State.TEXT;
    }
    closing = read == twice ? closing + 1 : 0;
  }

  private boolean is(byte[] word) {
    if (length != word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (beginning[i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  private void grow() throws UnreadableFileException {
    if (++length > LONGEST_TAG) {
      throw new UnreadableFileException(Refusal.TOO_BIG, part);
    }
  }
}
