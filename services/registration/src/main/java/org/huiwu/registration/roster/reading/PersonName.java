package org.huiwu.registration.roster.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huiwu.registration.roster.reading.grid.GridCell;

/// A person's name as rosters write it: 邹　霞, 欧阳 娜, 扎西·次仁·玉, John Smith, 任𬱖.
final class PersonName {
  private static final int LONGEST = 40;
  private static final String DOTS = "·•‧∙⋅・･．";
  private static final Pattern ONE_NAME =
      Pattern.compile("[\\p{L}\\p{M}〇]+(?:(?:[·'’-]|\\.? |\\.)[\\p{L}\\p{M}〇]+)*\\.?");
  private static final Pattern TWO_NAMES =
      Pattern.compile("\\p{IsHan}{2,}\\s*[\\r\\n]\\s*\\p{IsHan}{2,}");

  private PersonName() {}

  /// Empty if the text may be something else than one name: it holds digits, brackets, a question
  /// mark, a character that this text's encoding does not settle, or two names on two lines.
  static Optional<String> find(String text) {
    if (TWO_NAMES.matcher(text).find()) {
      return Optional.empty();
    }
    String name = withoutPadding(ordinary(text));
    boolean certain =
        name.codePointCount(0, name.length()) <= LONGEST && ONE_NAME.matcher(name).matches();
    return certain ? Optional.of(name) : Optional.empty();
  }

  /// The same for every way to type one name; to compare names, not to show them.
  static String key(String name) {
    return Wording.key(withoutPadding(ordinary(name))).toLowerCase(Locale.ROOT);
  }

  /// Widths and dots made ordinary, without NFKC, which would swap rare characters for others.
  private static String ordinary(String text) {
    StringBuilder ordinary = new StringBuilder(text.length());
    text.codePoints()
        .forEach(character -> {
          if (DOTS.indexOf(character) >= 0) {
            ordinary.append('·');
          } else if (character >= 0xFF01 && character <= 0xFF5E) {
            ordinary.appendCodePoint(character - 0xFEE0);
          } else if (Character.getType(character) != Character.FORMAT) {
            ordinary.appendCodePoint(GridCell.isInvisible(character) ? ' ' : character);
          }
        });
    return ordinary.toString().strip();
  }

  /// Spaces within a Chinese name are padding; between Latin words one is kept.
  private static String withoutPadding(String name) {
    StringBuilder kept = new StringBuilder(name.length());
    int[] characters = name.codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      if (characters[i] != ' ') {
        kept.appendCodePoint(characters[i]);
        continue;
      }
      int next = i;
      while (characters[next] == ' ') {
        next++;
      }
      if (!closes(characters[i - 1]) || !closes(characters[next])) {
        kept.append(' ');
      }
      i = next - 1;
    }
    return kept.toString();
  }

  private static boolean closes(int character) {
    return character == '·' || Wording.isHan(character);
  }
}
