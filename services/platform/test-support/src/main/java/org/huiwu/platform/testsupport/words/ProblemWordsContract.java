package org.huiwu.platform.testsupport.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every problem that a service's sources name has words in Chinese and English, its own or the
/// platform's, and there are no words for what is never said. A service's test extends this.
public abstract class ProblemWordsContract {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:because|new (?:Missing|Conflict|Refused|Malformed|TooLarge))\\(\\s*\"([a-z-]+)\"");

  private final String bundle;
  private final Collection<String> further;

  protected ProblemWordsContract(String service) {
    this(service, List.of());
  }

  /// @param further codes that the sources put together
  protected ProblemWordsContract(String service, Collection<String> further) {
    this.bundle = "/problems-" + service;
    this.further = further;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_en"})
  void every_problem_has_a_title_and_a_detail(String language) throws IOException {
    var words = load("/problems-platform" + language);
    words.putAll(load(bundle + language));
    for (var code : codes()) {
      assertThat(words.getProperty("problem." + code + ".title")).as(code).isNotBlank();
      assertThat(words.getProperty("problem." + code + ".detail")).as(code).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_en"})
  void no_words_are_left_over_from_a_problem_that_is_gone(String language) throws IOException {
    var keys = load(bundle + language).stringPropertyNames();
    var codes = codes();
    assertThat(keys)
        .filteredOn(key -> key.startsWith("problem."))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(codes).contains(key.split("\\.")[1]));
  }

  private Set<String> codes() throws IOException {
    Set<String> codes = new TreeSet<>(further);
    try (var files = Files.walk(SOURCES)) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        NAMED.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
      }
    }
    return codes;
  }

  private Properties load(String resource) throws IOException {
    var words = new Properties();
    var in = Objects.requireNonNull(getClass().getResourceAsStream(resource + ".properties"));
    try (var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
