package org.huiwu.registration.roster.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A mobile, a landline with its area code, or an international number, however it is spaced
/// (FORMAT.md, "Rosters", what waits).
final class PhoneNumber {
  private static final String AREA = "(?:10|2\\d|[3-9]\\d{2})";
  private static final Pattern MOBILE = Pattern.compile("(?:(?:\\+|00)?86)?(1[3-9]\\d{9})");
  private static final Pattern LANDLINE =
      Pattern.compile("(?:0|(?:\\+|00)860?)(" + AREA + "\\d{7,8})");
  private static final Pattern INTERNATIONAL = Pattern.compile("(?:\\+|00)((?!86)[1-9]\\d{6,14})");
  private static final Pattern EXTENSION =
      Pattern.compile("(.*\\d.*?)(?:转|ext\\.?|x|#|(?<=\\d{7})-)(\\d{1,6})");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("(\\d+)\\.0+");
  private static final Pattern DASHES = Pattern.compile("[\\p{Pd}−ー]");
  private static final Pattern LAYOUT = Pattern.compile("[-().]");

  private PhoneNumber() {}

  /// Digits only, international ones with `+`; 86 is left out. A landline's extension follows a
  /// `-`.
  static Optional<String> find(String text) {
    Matcher bare = MOBILE.matcher(text);
    if (bare.matches()) {
      return Optional.of(bare.group(1));
    }
    String key = DASHES.matcher(Wording.key(text)).replaceAll("-");
    Matcher whole = WHOLE_NUMBER.matcher(key);
    String typed = whole.matches() ? whole.group(1) : key;
    Matcher extended = EXTENSION.matcher(typed);
    Optional<String> withExtension =
        extended.matches()
            ? landline(digits(extended.group(1))).map(line -> line + "-" + extended.group(2))
            : Optional.empty();
    return withExtension.or(() -> plain(typed));
  }

  private static Optional<String> plain(String typed) {
    String digits = digits(typed);
    Matcher mobile = MOBILE.matcher(digits);
    if (mobile.matches()) {
      return Optional.of(mobile.group(1));
    }
    Optional<String> landline = landline(digits);
    if (landline.isPresent()) {
      return landline;
    }
    Matcher international = INTERNATIONAL.matcher(digits);
    return international.matches() ? Optional.of("+" + international.group(1)) : Optional.empty();
  }

  private static Optional<String> landline(String digits) {
    Matcher landline = LANDLINE.matcher(digits);
    return landline.matches() ? Optional.of("0" + landline.group(1)) : Optional.empty();
  }

  private static String digits(String typed) {
    return LAYOUT.matcher(typed).replaceAll("");
  }
}
