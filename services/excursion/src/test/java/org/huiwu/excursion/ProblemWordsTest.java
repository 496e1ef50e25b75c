package org.huiwu.excursion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemWordsTest {
  private static final Pattern THROWN =
      Pattern.compile("new (?:Missing|Conflict|Refused|Malformed|TooLarge)\\(\\s*\"([a-z-]+)\"");

  @ParameterizedTest
  @ValueSource(strings = {"", "_en"})
  void every_problem_has_a_title_and_a_detail(String language) throws IOException {
    var words = new Properties();
    for (var bundle : new String[] {"/problems-platform", "/problems-excursion"}) {
      var in =
          Objects.requireNonNull(getClass().getResourceAsStream(bundle + language + ".properties"));
      try (var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        words.load(reader);
      }
    }
    var thrown = thrownCodes();
    assertThat(thrown).contains("route-unknown", "stop-cancelled", "person-withdrawn");
    for (var code : thrown) {
      assertThat(words.getProperty("problem." + code + ".title")).as(code).isNotBlank();
      assertThat(words.getProperty("problem." + code + ".detail")).as(code).isNotBlank();
    }
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
    return codes;
  }
}
