package org.huiwu.registration.text;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Every way in which a name is looked for, as one text in which a word is found by where it
/// stands: the whole name in characters, sound and initials after a [#WHOLE] (张伟, zhangwei, zw,
/// zhangw), what follows its first syllables after a [#LATER] (wei, w); each ends with an [#END].
public final class SearchKey {
  public static final String WHOLE = "\n";
  public static final String LATER = "\t";
  public static final String END = ";";

  /// Nobody's name has more, and what a title is taken for may.
  private static final int MOST_SYLLABLES = 12;

  private SearchKey() {}

  /// @param sound see [NameSound#of]
  public static String of(String name, String sound) {
    Set<String> whole = new LinkedHashSet<>();
    whole.add(NameKey.of(name).replace(END, ""));
    Set<String> later = new LinkedHashSet<>();
    if (!sound.isEmpty()) {
      var syllables = List.of(sound.split(" "));
      syllables = syllables.subList(0, Math.min(syllables.size(), MOST_SYLLABLES));
      for (int i = 0; i < syllables.size(); i++) {
        var rest = syllables.subList(i, syllables.size());
        var found = i == 0 ? whole : later;
        found.add(String.join("", rest));
        found.add(initials(rest));
        found.add(rest.getFirst() + initials(rest.subList(1, rest.size())));
      }
    }
    later.removeAll(whole);
    return lines(WHOLE, whole) + lines(LATER, later);
  }

  public static String of(String name) {
    return of(name, NameSound.of(name));
  }

  private static String initials(List<String> syllables) {
    return syllables.stream()
        .map(s -> Character.toString(s.codePointAt(0)))
        .collect(Collectors.joining());
  }

  /// Who has no ü on the keyboard types v, or u: both are found.
  private static String lines(String begin, Collection<String> keys) {
    Set<String> all = new LinkedHashSet<>(keys);
    keys.stream().filter(k -> k.contains("v")).forEach(k -> all.add(k.replace('v', 'u')));
    return all.stream()
        .filter(k -> !k.isEmpty())
        .map(k -> begin + k + END)
        .collect(Collectors.joining());
  }
}
