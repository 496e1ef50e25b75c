package org.huiwu.notification.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DutyWordsTest {
  private static final Pattern NOTED =
      Pattern.compile("(?:shiftLog|log)\\s*\\.note\\(\\s*conference,\\s*\"([a-z-]+)\"");

  /// What stands in the sources of whoever has something that may be open and is no key, field or
  /// statement.
  private static final Pattern CODE =
      Pattern.compile(
          "\"((?:debt|call|gate|case|letter|change|recipient)(?:-[a-z-]*)?)\"(?=\\s*(?:[,:+?)]))(?!,\\s*(?:id|root|task|letter|row)\\b)");

  private static Properties load(String language) throws IOException {
    var words = new Properties();
    var in =
        Objects.requireNonNull(
            DutyWordsTest.class.getResourceAsStream(
                "/" + DutyWords.BUNDLE + language + ".properties"));
    try (var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }

  @Test
  void both_languages_have_the_same_words() throws IOException {
    assertThat(load("").keySet()).isEqualTo(load("_en").keySet()).isNotEmpty();
  }

  @Test
  void whatever_the_platform_notes_has_words() throws IOException {
    Set<String> noted = new TreeSet<>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        NOTED.matcher(Files.readString(file)).results().forEach(r -> noted.add(r.group(1)));
      }
    }
    assertThat(noted).contains("went-live", "case-settled", "handover-given", "debts-released");
    for (var code : noted) {
      assertThat(load("").getProperty("log." + code)).as(code).isNotBlank();
      assertThat(load("_en").getProperty("log." + code)).as(code).isNotBlank();
    }
  }

  @Test
  void whatever_may_be_open_has_words() throws IOException {
    Set<String> codes = new TreeSet<>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(f -> f.toString().endsWith("Matters.java")).toList()) {
        CODE.matcher(Files.readString(file)).results().forEach(r -> codes.add(r.group(1)));
      }
    }
    assertThat(codes)
        .contains("debt", "call", "call-left-on-red", "gate-red", "case-overdue", "letter-")
        .contains("change-parked", "change-open", "recipient-none", "recipient-unknown");
    for (var code : codes) {
      for (var language : List.of("", "_en")) {
        assertThat(load(language).stringPropertyNames())
            .as(code + language)
            .anyMatch(key ->
                code.endsWith("-")
                    ? key.startsWith("matter." + code)
                    : key.equals("matter." + code));
      }
    }
  }

  @Test
  void words_come_in_the_readers_language_and_numbers_as_they_are() {
    var words = new DutyWords();
    assertThat(words.matter("debt", List.of("site-S1", 1234), Locale.CHINESE))
        .isEqualTo("site-S1 有 1234 份清单未确认");
    assertThat(words.matter("debt", List.of("site-S1", 1234), Locale.ENGLISH))
        .isEqualTo("site-S1 has not acknowledged 1234 manifests");
  }
}
