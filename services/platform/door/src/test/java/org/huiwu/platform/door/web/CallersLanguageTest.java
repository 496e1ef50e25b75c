package org.huiwu.platform.door.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class CallersLanguageTest {
  private final Locale machines = Locale.getDefault();

  @AfterEach
  void the_machine_as_before() {
    Locale.setDefault(machines);
  }

  private static Locale asked(String... said) {
    var request = new MockHttpServletRequest();
    for (var one : said) {
      request.addHeader("Accept-Language", one);
    }
    return new CallersLanguage().resolveLocale(request);
  }

  @Test
  void the_first_of_chinese_and_english_that_is_named_is_spoken() {
    for (var english :
        List.of("en", "en-GB", "EN", "fr, en;q=0.5", "zh;q=0.2, en;q=0.3", "zh;q=0, en")) {
      assertThat(asked(english)).as(english).isEqualTo(Locale.ENGLISH);
    }
    for (var chinese : List.of("zh", "zh-TW,en", "zh-Hans-CN", "en;q=0.1,zh;q=0.9", "en;q=0,zh")) {
      assertThat(asked(chinese)).as(chinese).isEqualTo(Locale.CHINESE);
    }
    assertThat(asked("fr", "en")).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void who_names_neither_or_cannot_be_read_is_told_in_chinese_wherever_the_machine_stands() {
    for (var machine : List.of(Locale.US, Locale.FRANCE, Locale.CHINA)) {
      Locale.setDefault(machine);
      assertThat(asked()).isEqualTo(Locale.CHINESE);
      for (var odd :
          List.of(
              "",
              " ",
              "fr",
              "*",
              "*;q=0.5",
              "en;q=0",
              "zh;q=a",
              "en;q=a",
              ";;;",
              ",",
              "xx-YY;q=9",
              "e".repeat(500),
              "\u4e2d\u6587",
              "-",
              "en--",
              "*-*")) {
        assertThat(asked(odd)).as(odd).isEqualTo(Locale.CHINESE);
      }
    }
  }
}
