package org.huiwu.registration.text;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  private static final ValidatorFactory FACTORY =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory();
  private static final Validator VALIDATOR = FACTORY.getValidator();

  record Cell(@PlainText String value) {}

  @AfterAll
  static void close() {
    FACTORY.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x\")",
        " =1+1",
        "＝1",
        "@SUM(A1)",
        "+cmd|'/c calc'!A0",
        "-1+cmd",
        "处长\t=1",
        "a\u0000b"
      })
  void what_a_spreadsheet_would_run_is_no_plain_text(String value) {
    assertThat(VALIDATOR.validate(new Cell(value))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "何子敏", "+86 199-0000-0013", "-", "张三 (代)", "总工程师=兼", "北京市 司长", "𬭚"})
  void everything_else_is(String value) {
    assertThat(VALIDATOR.validate(new Cell(value))).isEmpty();
  }

  @Test
  void the_words_come_from_the_message_bundle() {
    assertThat(VALIDATOR.validate(new Cell("=1")))
        .extracting(v -> v.getMessageTemplate())
        .containsExactly("{registration.plain-text}");
  }
}
