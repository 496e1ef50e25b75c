package org.huiwu.notification.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static Properties bundle(String name) throws IOException {
    var words = new Properties();
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(WordsTest.class.getResourceAsStream(name)),
            StandardCharsets.UTF_8)) {
      words.load(in);
    }
    return words;
  }

  @Test
  void each_word_is_there_in_both_languages() throws IOException {
    assertThat(bundle("papers_en.properties").keySet())
        .isEqualTo(bundle("papers.properties").keySet());
  }
}
