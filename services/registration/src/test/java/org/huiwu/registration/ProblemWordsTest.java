package org.huiwu.registration;

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
import org.huiwu.registration.roster.reading.grid.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemWordsTest {
  private static final Pattern THROWN =
      Pattern.compile("new (?:Missing|Conflict|Refused|Malformed|TooLarge)\\(\\s*\"([a-z-]+)\"");

  @ParameterizedTest
  @ValueSource(strings = {"", "_en"})
  void every_problem_has_a_title_and_a_detail(String language) throws IOException {
    var words = new Properties();
    for (var bundle : List.of("/problems-platform", "/problems-registration")) {
      words.putAll(load(bundle + language + ".properties"));
    }
    var thrown = thrownCodes();
    assertThat(thrown).contains("name-taken", "delegation-exists", "roster-unknown");
    for (var code : thrown) {
      assertThat(words.getProperty("problem." + code + ".title")).as(code).isNotBlank();
      assertThat(words.getProperty("problem." + code + ".detail")).as(code).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_en"})
  void no_words_are_left_over_from_a_problem_that_is_gone(String language) throws IOException {
    var thrown = thrownCodes();
    for (var key :
        load("/problems-registration" + language + ".properties").stringPropertyNames()) {
      if (key.startsWith("problem.")) {
        assertThat(thrown).contains(key.split("\\.")[1]);
      }
    }
  }

  private static Properties load(String resource) throws IOException {
    var words = new Properties();
    var in = Objects.requireNonNull(ProblemWordsTest.class.getResourceAsStream(resource));
    try (var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }

  private static Set<String> thrownCodes() throws IOException {
    Set<String> codes = new TreeSet<>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        var found = THROWN.matcher(Files.readString(file));
        while (found.find()) {
          codes.add(found.group(1));
        }
      }
    }
    for (var refusal : Refusal.values()) {
      codes.add("roster-" + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    codes.addAll(Set.of("roster-no-header", "roster-unknown-delegation", "roster-failed"));
    return codes;
  }
}
