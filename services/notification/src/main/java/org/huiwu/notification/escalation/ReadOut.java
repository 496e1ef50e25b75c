package org.huiwu.notification.escalation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huiwu.notification.manifest.LineChange;
import org.huiwu.notification.manifest.ManifestLibrary;
import org.huiwu.notification.upstream.ManifestBook;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What is read out to a recipient on the phone: what has changed since the version that they
/// acknowledged, in short lines. Holds personal data: only for who makes the call.
@Component
public class ReadOut {
  private static final int LINES = 12;
  private static final List<String> SAID_OF_A_PERSON =
      List.of("rank", "diet", "bus", "time", "number", "from", "to", "room", "delegation");
  private static final String NAME = "name";
  private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  private final ManifestLibrary library;
  private final ManifestBook book;
  private final MessageSource words;

  ReadOut(ManifestLibrary library, ManifestBook book, MessageSource words) {
    this.library = library;
    this.book = book;
    this.words = words;
  }

  /// @param from the version that the recipient acknowledged, 0 for none
  /// @param to the newest that they were told of
  /// @return at most a dozen lines, then how many more there are
  public List<String> of(UUID conference, String manifest, long from, long to, Locale language) {
    var difference = library.difference(conference, manifest, from, to);
    var title = book.find(conference, manifest).map(f -> f.title()).orElse(manifest);
    List<String> said = new ArrayList<>();
    said.add(
        from == 0
            ? say("head-first", language, title, to)
            : say("head", language, title, to, from));
    List<String> changes = new ArrayList<>();
    difference
        .headerFields()
        .forEach((field, change) ->
            changes.add(
                change.after() == null
                    ? say("header-gone", language, field(field, language))
                    : say(
                        "header",
                        language,
                        field(field, language),
                        value(field, change.after(), language))));
    difference.lines().forEach((key, change) -> changes.add(line(key, change, language)));
    changes.stream().limit(LINES).forEach(said::add);
    if (changes.size() > LINES) {
      said.add(say("more", language, changes.size() - LINES));
    }
    if (changes.isEmpty()) {
      said.add(say("nothing", language));
    }
    return said;
  }

  private String line(String key, LineChange change, Locale language) {
    Map<String, String> before = change.before();
    Map<String, String> after = change.after();
    if (after == null) {
      return say("struck", language, who(key, before, language));
    }
    if (before == null) {
      var about = about(after, language);
      return about.isEmpty()
          ? say("added-only", language, who(key, after, language))
          : say("added", language, who(key, after, language), about);
    }
    return say("changed", language, who(key, after, language), what(before, after, language));
  }

  /// A person by name; a kitchen's line is of a diet, and is called so.
  private String who(String key, @Nullable Map<String, String> fields, Locale language) {
    var name = fields == null ? null : fields.get(NAME);
    return name == null ? value("diet", key, language) : name;
  }

  private String about(Map<String, String> fields, Locale language) {
    List<String> said = new ArrayList<>();
    var names = fields.containsKey(NAME) ? SAID_OF_A_PERSON : new TreeSet<>(fields.keySet());
    for (var name : names) {
      var value = fields.get(name);
      if (value != null && !value.isBlank()) {
        said.add(say("field", language, field(name, language), value(name, value, language)));
      }
    }
    return String.join(say("comma", language), said);
  }

  private String what(Map<String, String> before, Map<String, String> after, Locale language) {
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<String> said = new ArrayList<>();
    for (var name : names) {
      var was = before.getOrDefault(name, "");
      var is = after.getOrDefault(name, "");
      if (!Objects.equals(was, is)) {
        said.add(
            say(
                "field-changed",
                language,
                field(name, language),
                value(name, was, language),
                value(name, is, language)));
      }
    }
    return String.join(say("comma", language), said);
  }

  private String field(String name, Locale language) {
    return Objects.requireNonNullElse(
        words.getMessage("readout.name." + name, null, name, language), name);
  }

  /// As one says it: a code by its word, a moment without its year.
  private String value(String name, String value, Locale language) {
    if (MOMENT.matcher(value).matches()) {
      return LocalDateTime.parse(value).format(pattern("moment", language));
    }
    if (DAY.matcher(value).matches()) {
      return LocalDate.parse(value).format(pattern("day", language));
    }
    return Objects.requireNonNullElse(
        words.getMessage("readout.value." + name + "." + value, null, value, language), value);
  }

  private DateTimeFormatter pattern(String key, Locale language) {
    return DateTimeFormatter.ofPattern(say(key, language), language);
  }

  private String say(String key, Locale language, Object... arguments) {
    var plain = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      plain[i] = String.valueOf(arguments[i]);
    }
    return words.getMessage("readout." + key, plain, language);
  }
}
