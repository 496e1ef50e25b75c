package org.huiwu.notification.reminder;

/// Of how many text messages a text is made: with Chinese in it 70 characters, or 67 each of
/// several; else 160, or 153 (3GPP TS 23.038, UCS-2 and the 7-bit alphabet).
public final class Segments {
  private static final int CHINESE_ONE = 70;
  private static final int CHINESE_MANY = 67;
  private static final int LATIN_ONE = 160;
  private static final int LATIN_MANY = 153;

  /// Take two places in the 7-bit alphabet.
  private static final String DOUBLE = "^{}\\[~]|";

  private Segments() {}

  public static int of(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    var latin = text.chars().allMatch(Segments::isLatin);
    var length = latin ? text.chars().map(c -> DOUBLE.indexOf(c) < 0 ? 1 : 2).sum() : text.length();
    var one = latin ? LATIN_ONE : CHINESE_ONE;
    return length <= one ? 1 : Math.ceilDiv(length, latin ? LATIN_MANY : CHINESE_MANY);
  }

  private static boolean isLatin(int c) {
    return c == '\n' || c >= ' ' && c <= '~' && c != '`';
  }
}
