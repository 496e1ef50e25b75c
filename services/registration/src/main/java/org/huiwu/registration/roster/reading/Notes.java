package org.huiwu.registration.roster.reading;

import java.util.List;
import java.util.regex.Pattern;

/// Lines above, between and below tables that are no person's: 备注:…, 联系人:综合处 电话:…, 合计 8 人, 一、正式代表.
final class Notes {
  private static final Pattern LABEL = Pattern.compile("[^\\d:]{1,20}:.*", Pattern.DOTALL);
  private static final Pattern ENUMERATED =
      Pattern.compile("\\(?[一二三四五六七八九十]{1,3}(?:、|\\)).*|[※*★●■◆#].*", Pattern.DOTALL);
  private static final int LONGEST_NAME = 30;

  /// A shorter word must be followed by something that is no letter: 注: but not 注册.
  private static final int TELLING_LENGTH = 3;

  private static final Pattern HEADCOUNT = Pattern.compile(".*共\\d+[人名].*");

  private final List<String> beginnings;
  private final List<String> words;

  Notes(Synonyms synonyms) {
    this.beginnings = synonyms.wordings(SynonymKind.NOTE, "line");
    this.words = synonyms.wordings(SynonymKind.NOTE, "word");
  }

  boolean isNote(String text) {
    String key = Wording.key(text);
    return key.codePointCount(0, key.length()) > LONGEST_NAME
        || key.indexOf('。') >= 0
        || LABEL.matcher(key).matches()
        || ENUMERATED.matcher(key).matches()
        || HEADCOUNT.matcher(key).matches()
        || words.stream().anyMatch(key::contains)
        || beginnings.stream().anyMatch(word -> begins(key, word));
  }

  private static boolean begins(String key, String word) {
    return key.startsWith(word)
        && (key.length() == word.length()
            || word.length() >= TELLING_LENGTH && Wording.isHan(word.codePointAt(0))
            || !Character.isLetter(key.codePointAt(word.length())));
  }
}
