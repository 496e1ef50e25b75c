package org.huiwu.registration.roster.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.registration.roster.reading.Rosters.csv;
import static org.huiwu.registration.roster.reading.Rosters.person;
import static org.huiwu.registration.roster.reading.Rosters.waiting;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "邹　霞,邹霞",
    "欧阳 娜,欧阳娜",
    "' 王  一 ',王一",
    "王\u00A0一,王一",
    "王\u200B一,王一",
    "买买提·吐尔逊,买买提·吐尔逊",
    "买买提 · 吐尔逊,买买提·吐尔逊",
    "买买提•吐尔逊,买买提·吐尔逊",
    "买买提・吐尔逊,买买提·吐尔逊",
    "扎西·次仁·玉,扎西·次仁·玉",
    "𠮷田,𠮷田",
    "任𬱖,任𬱖",
    "向　㛃,向㛃",
    "袁　䶮,袁䶮",
    "萧𬭚,萧𬭚",
    "John  Smith,John Smith",
    "Ｊｏｈｎ　Ｓｍｉｔｈ,John Smith",
    "Jean-Luc O'Neil,Jean-Luc O'Neil",
    "J. Smith,J. Smith"
  })
  void padding_is_dropped_and_the_name_kept(String text, String name) {
    assertThat(named(text)).hasSize(1);
    assertThat(person(named(text).getFirst()).name()).isEqualTo(name);
  }

  @Test
  void a_line_break_within_a_name_is_padding() {
    assertThat(person(named("\"王\n一\"").getFirst()).name()).isEqualTo("王一");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "王一?",
        "王一(司机)",
        "王一、王二",
        "王一2",
        "待定",
        "TBD",
        "—",
        "/",
        "<b>王一</b>",
        "王\uE863",
        "'王一",
        "·王一",
        "王一·"
      })
  void what_may_be_something_else_than_one_name_waits(String text) {
    assertThat(waiting(named(text).getFirst())).containsExactly("name=" + text);
  }

  @Test
  void two_names_on_two_lines_of_a_cell_wait() {
    assertThat(waiting(named("\"王一\n李二\"").getFirst())).containsExactly("name=王一\n李二");
  }

  private static List<ReadRow> named(String text) {
    return csv("姓名,性别,级别,手机", text + ",男,处级,19900010001");
  }
}
