package org.huiwu.transportdispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every refusal has words in both languages, and there are no words for what is never said.
class ProblemWordsTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern THROWN =
      Pattern.compile("(?:because|new (?:Missing|Conflict|Refused|Malformed))\\(\\s*\"([a-z-]+)\"");

  @Test
  void every_code_has_words_in_chinese_and_english() {
    var expected =
        codes().stream()
            .filter(code -> !platform().contains("problem." + code + ".title"))
            .flatMap(code -> Stream.of("problem." + code + ".title", "problem." + code + ".detail"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(expected).hasSizeGreaterThan(20);
    assertThat(keys("/problems-transport-dispatch.properties")).isEqualTo(expected);
    assertThat(keys("/problems-transport-dispatch_en.properties")).isEqualTo(expected);
  }

  private static Set<String> codes() {
    try (var files = Files.walk(SOURCES)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .map(ProblemWordsTest::text)
          .flatMap(source -> THROWN.matcher(source).results())
          .map(found -> found.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> platform() {
    return keys("/problems-platform.properties");
  }

  private static Set<String> keys(String bundle) {
    var words = new Properties();
    try (var in = ProblemWordsTest.class.getResourceAsStream(bundle);
        var reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TreeSet<>(words.stringPropertyNames());
  }
}
