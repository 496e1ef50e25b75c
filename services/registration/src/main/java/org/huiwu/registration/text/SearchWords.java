package org.huiwu.registration.text;

import java.util.Arrays;
import java.util.List;

/// What somebody typed to find people, word by word; every word must be found.
public final class SearchWords {
  private static final int MOST_WORDS = 8;
  private static final String MARKS = "['’‘·•;\\p{Cc}]";

  private SearchWords() {}

  /// Without tones, accents and apostrophes, whatever the width and the case.
  public static List<String> of(String typed) {
    return Arrays.stream(NameSound.plain(typed).split("[\\s\\p{Z}]+"))
        .map(word -> word.replaceAll(MARKS, ""))
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .toList();
  }

  /// Letters and digits as on any keyboard: a sound, initials, a phone, a code.
  public static boolean isTyped(String word) {
    return word.chars().allMatch(c -> c < 0x80);
  }
}
