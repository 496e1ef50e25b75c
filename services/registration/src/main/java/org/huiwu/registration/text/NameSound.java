package org.huiwu.registration.text;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How a name is typed by who only knows its sound: pinyin without tones, a syllable a character,
/// surnames read as surnames (单 is shan). Names in letters are their own words.
public final class NameSound {
  private static final char DIAERESIS = '̈';

  private NameSound() {}

  /// Read once, when the first name is: its tables are large.
  private static final class Reading {
    static final Transliterator RULES = Transliterator.getInstance("Han-Latin/Names");
  }

  /// In small letters, one space between syllables, `v` for ü: `zhang wei`, `lv bu`.
  public static String of(String name) {
    return String.join(" ", syllables(name));
  }

  static List<String> syllables(String name) {
    var read = Reading.RULES.transliterate(Normalizer.normalize(name, Normalizer.Form.NFKC));
    List<String> syllables = new ArrayList<>();
    for (var word : plain(read).split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        syllables.add(word);
      }
    }
    return syllables;
  }

  /// Small letters, without accents and tones; whatever the width.
  public static String plain(String text) {
    var apart = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    apart = Normalizer.normalize(apart, Normalizer.Form.NFD);
    var plain = new StringBuilder(apart.length());
    apart
        .codePoints()
        .forEach(c -> {
          if (c == DIAERESIS && !plain.isEmpty() && plain.charAt(plain.length() - 1) == 'u') {
            plain.setCharAt(plain.length() - 1, 'v');
          } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
            plain.appendCodePoint(c);
          }
        });
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }
}
