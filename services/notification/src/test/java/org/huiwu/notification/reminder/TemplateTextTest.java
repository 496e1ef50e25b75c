package org.huiwu.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.huiwu.platform.web.problem.ProblemException;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTextTest {

  @Test
  void placeholders_are_filled_in_and_what_is_filled_in_is_never_read_again() {
    var text = TemplateText.read("{bus} 号车 {departs} 发车，{bus}", ReminderKind.BUS_DEPARTS);
    assertThat(text.filled(Map.of(Placeholder.BUS, "{link}", Placeholder.DEPARTS, "${7*7}")))
        .isEqualTo("{link} 号车 ${7*7} 发车，{link}");
  }

  @Test
  void what_is_not_known_is_left_empty() {
    assertThat(TemplateText.read("[{plate}]", ReminderKind.BUS_DEPARTS).filled(Map.of()))
        .isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"name", "room", "phone", "", "bus.code", "Bus", " bus", "bus()", "#{1}", "link|x"})
  void a_placeholder_that_is_not_on_the_list_is_refused_by_name(String name) {
    assertThatThrownBy(() -> TemplateText.read("您的{" + name + "}", ReminderKind.BUS_DEPARTS))
        .isInstanceOfSatisfying(
            Refused.class,
            e -> {
              assertThat(e.code()).isEqualTo("placeholder-unknown");
              assertThat(name).startsWith(String.valueOf(e.arguments().getFirst()));
            });
  }

  @ParameterizedTest
  @CsvSource({"free, bus", "session-starts, plate", "bus-changed, hall", "bus-departs, session"})
  void a_placeholder_of_another_kind_is_refused(String kind, String name) {
    assertThatThrownBy(() -> TemplateText.read("{" + name + "}", ReminderKind.of(kind)))
        .isInstanceOf(Refused.class)
        .extracting(e -> ((ProblemException) e).arguments())
        .asString()
        .contains(name, kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a { b", "a } b", "{bus", "bus}"})
  void a_brace_that_stands_alone_is_refused(String text) {
    assertThatThrownBy(() -> TemplateText.read(text, ReminderKind.BUS_DEPARTS))
        .isInstanceOf(Refused.class)
        .extracting(e -> ((ProblemException) e).code())
        .isEqualTo("template-malformed");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "70, 1", "71, 2", "134, 2", "135, 3"})
  void chinese_text_messages_hold_seventy_characters_or_sixty_seven_each(int length, int segments) {
    assertThat(Segments.of("会".repeat(length))).isEqualTo(segments);
  }

  @ParameterizedTest
  @CsvSource({"160, 1", "161, 2", "306, 2", "307, 3"})
  void latin_ones_hold_a_hundred_and_sixty_or_a_hundred_and_fifty_three_each(
      int length, int segments) {
    assertThat(Segments.of("a".repeat(length))).isEqualTo(segments);
  }

  @Test
  void brackets_take_two_places_and_rare_characters_two_of_seventy() {
    assertThat(Segments.of("[" + "a".repeat(159))).isEqualTo(2);
    assertThat(Segments.of("[" + "a".repeat(158))).isEqualTo(1);
    assertThat(Segments.of("𠮷".repeat(35))).isEqualTo(1);
    assertThat(Segments.of("𠮷".repeat(36))).isEqualTo(2);
  }
}
