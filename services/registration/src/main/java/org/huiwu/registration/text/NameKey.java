package org.huiwu.registration.text;

import java.text.Normalizer;
import java.util.Locale;

/// The same for every way to type one name: without spaces (within a Chinese name they are
/// padding), whatever the width, the case and the dot. For comparing names, never for showing them.
public final class NameKey {
  private static final String DOTS = "•‧∙⋅・･．";

  private NameKey() {}

  public static String of(String name) {
    var key = new StringBuilder(name.length());
    name.codePoints().map(c -> DOTS.indexOf(c) >= 0 ? '·' : c).forEach(key::appendCodePoint);
    var folded = Normalizer.normalize(key, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    key.setLength(0);
    folded.codePoints().filter(c -> !isPadding(c)).forEach(key::appendCodePoint);
    return key.toString();
  }

  private static boolean isPadding(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character)
        || Character.getType(character) == Character.FORMAT;
  }
}
