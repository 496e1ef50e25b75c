package org.huiwu.registration.roster.reading;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.huiwu.registration.roster.reading.grid.GridCell;

/// The differences in typing that do not matter: width of characters, case, spaces, and in headings
/// punctuation.
final class Wording {
  private static final Pattern NOT_LATIN = Pattern.compile("[^a-z]+");
  private static final Pattern IN_BRACKETS = Pattern.compile("[(（\\[【〔{][^)）\\]】〕}]*[)）\\]】〕}]?");
  private static final String BRACKETS = "(（[【〔{";
  private static final Pattern ROUTE_SUFFIX = Pattern.compile("(?<=.)(考察)?(路线|线路|线|route|line)$");

  private Wording() {}

  /// Full-width forms and their like become the ordinary ones; nothing is dropped.
  static String folded(String text) {
    String folded =
        Normalizer.isNormalized(text, Normalizer.Form.NFKC)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFKC);
    return folded.replace('∶', ':');
  }

  /// For comparing values.
  static String key(String text) {
    return keep(
        folded(text).toLowerCase(Locale.ROOT), character -> !GridCell.isInvisible(character));
  }

  /// For comparing headings: letters and digits only.
  static String letters(String text) {
    return keep(folded(text).toLowerCase(Locale.ROOT), Character::isLetterOrDigit);
  }

  static List<String> latinWords(String text) {
    String folded = folded(text).toLowerCase(Locale.ROOT);
    return Arrays.stream(NOT_LATIN.split(folded)).filter(word -> !word.isEmpty()).toList();
  }

  static String withoutBrackets(String text) {
    return text.chars().anyMatch(character -> BRACKETS.indexOf(character) >= 0)
        ? IN_BRACKETS.matcher(text).replaceAll("")
        : text;
  }

  /// 北海, 北海线 and 北海考察路线 are one.
  static String route(String text) {
    return ROUTE_SUFFIX.matcher(key(text)).replaceFirst("");
  }

  static boolean isHan(int character) {
    return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
  }

  private static String keep(String text, IntPredicate wanted) {
    int unwanted = 0;
    while (unwanted < text.length() && wanted.test(text.codePointAt(unwanted))) {
      unwanted += Character.charCount(text.codePointAt(unwanted));
    }
    if (unwanted == text.length()) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length()).append(text, 0, unwanted);
    text.substring(unwanted).codePoints().filter(wanted).forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
