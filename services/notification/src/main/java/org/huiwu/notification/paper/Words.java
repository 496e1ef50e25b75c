package org.huiwu.notification.paper;

import java.text.MessageFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;

/// The words on paper in one language; the same as on the console's pages.
///
/// What the bundle does not know, a field or a value, is shown as it is.
final class Words {
  private static final Set<String> MOMENTS =
      Set.of("time", "starts", "departs", "arrives", "from", "to");
  private static final Set<String> WORDED = Set.of("diet", "rank");

  private final ResourceBundle bundle;
  private final Locale locale;

  private Words(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "org.huiwu.notification.paper.papers",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  static Words in(Locale language) {
    return new Words(
        language.getLanguage().equals(Locale.ENGLISH.getLanguage())
            ? Locale.ENGLISH
            : Locale.SIMPLIFIED_CHINESE);
  }

  String say(String key) {
    return bundle.getString(key);
  }

  String say(String key, long number) {
    return say(key, Long.toString(number));
  }

  String say(String key, String what) {
    return new MessageFormat(say(key), locale).format(new Object[] {what});
  }

  String kind(Kind kind) {
    return say("kind." + kind.wire());
  }

  String field(String name) {
    return known("field." + name, name);
  }

  String place(String place) {
    return known("place." + place, place);
  }

  String role(String role) {
    return known("role." + role, role);
  }

  /// A field's value as people say it. Times are local to the conference already.
  String value(String field, String value, Map<String, Map<String, String>> names) {
    var named = names.getOrDefault(field, Map.of()).get(value);
    if (named != null) {
      return named;
    }
    if (WORDED.contains(field)) {
      return known(field + "." + value, value);
    }
    return MOMENTS.contains(field) ? moment(value) : value;
  }

  private String known(String key, String otherwise) {
    return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
  }

  private String moment(String text) {
    try {
      if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return formatter("date").format(LocalDate.parse(text));
      }
      if (text.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}")) {
        return formatter("moment").format(LocalDateTime.parse(text));
      }
    } catch (DateTimeException _) {
      return text;
    }
    return text;
  }

  /// An instant on the conference's wall clocks.
  String instant(Instant at, ZoneId zone) {
    return formatter("instant").format(at.atZone(zone));
  }

  private DateTimeFormatter formatter(String key) {
    return DateTimeFormatter.ofPattern(say(key), locale);
  }
}
