package org.huiwu.registration.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {

  @ParameterizedTest
  @CsvSource({
    "邹霞, 邹　霞",
    "邹霞, 邹  霞",
    "扎西·次仁, 扎西•次仁",
    "扎西·次仁, 扎西・次仁",
    "John Smith, Ｊｏｈｎ　Ｓｍｉｔｈ",
    "John Smith, JOHN SMITH",
  })
  void however_a_name_is_typed_its_key_is_the_same(String one, String other) {
    assertThat(NameKey.of(one)).isEqualTo(NameKey.of(other));
  }

  @ParameterizedTest
  @CsvSource({"邹霞, 邹夏", "任𬱖, 任顺", "扎西·次仁, 扎西次仁"})
  void different_names_stay_different(String one, String other) {
    assertThat(NameKey.of(one)).isNotEqualTo(NameKey.of(other));
  }
}
