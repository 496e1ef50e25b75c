package org.huiwu.check;

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
import java.util.stream.Stream;
import org.huiwu.check.rule.Rule;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Pattern FINDING = Pattern.compile("(?:broken|named)\\(\\s*\"([a-z-]+)\"");
  private static final Pattern KEY =
      Pattern.compile("\"((?:problem|under-way|report|verdict)\\.[a-z-]+)\"");

  private static Set<String> keys(String bundle) throws IOException {
    var words = new Properties();
    try (var in = Objects.requireNonNull(Words.class.getResourceAsStream(bundle))) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return new TreeSet<>(words.stringPropertyNames());
  }

  @Test
  void whatever_the_checker_says_it_can_say_in_both_languages_and_nothing_else()
      throws IOException {
    Set<String> used = new TreeSet<>();
    Rule.ALL.forEach(rule -> used.add("rule." + rule.name()));
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (var source : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
        var text = Files.readString(source);
        FINDING.matcher(text).results().forEach(m -> used.add("finding." + m.group(1)));
        KEY.matcher(text).results().forEach(m -> used.add(m.group(1)));
      }
    }
    assertThat(used).hasSizeGreaterThan(40);
    assertThat(keys("words.properties")).isEqualTo(used);
    assertThat(keys("words_en.properties")).isEqualTo(used);
  }

  @Test
  void it_speaks_chinese_to_who_does_and_english_to_all_others() {
    assertThat(Words.of("zh-CN").say("verdict.broken", 3)).isEqualTo("不成立（3 处）");
    assertThat(Words.of("fr").say("verdict.broken", 3)).isEqualTo("BROKEN (3)");
    assertThat(Words.of("en").say("rule.manifests")).contains("owners' facts");
  }
}
