package org.huiwu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static final Map<String, String> KNOWN =
      Map.of("--rates", "20,200", "--seconds", "30", "--url", "");

  private static Options given(String... args) {
    return new Options(args, KNOWN);
  }

  @Test
  void what_is_not_given_is_as_it_was() {
    assertThat(given("--seconds", "5").seconds("--seconds")).isEqualTo(Duration.ofSeconds(5));
    assertThat(given("--seconds", "5").numbers("--rates")).containsExactly(20, 200);
  }

  @Test
  void what_is_not_understood_is_said() {
    assertThatThrownBy(() -> given("--rate", "1")).hasMessageContaining("--rate;");
    assertThatThrownBy(() -> given("--rates")).hasMessageContaining("lacks its value");
    assertThatThrownBy(() -> given().text("--url")).hasMessageContaining("--url is missing");
    assertThatThrownBy(() -> given("--seconds", "soon").seconds("--seconds"))
        .isInstanceOf(Options.UnknownException.class)
        .hasMessageContaining("not soon");
  }
}
