package org.huiwu.registration.roster.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.registration.roster.reading.Rosters.csv;
import static org.huiwu.registration.roster.reading.Rosters.person;
import static org.huiwu.registration.roster.reading.Rosters.waiting;
import static org.huiwu.registration.roster.reading.Rosters.withCell;

import java.time.LocalDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-06-08 14:35",
        "2026-6-8 14:35",
        "2026/6/8 14:35",
        "2026.6.8 14:35",
        "2026-06-08 14:35:00",
        "2026-06-08T14:35",
        "6月8日 14:35",
        "06月08日14:35",
        "6月8日 14：35",
        "６月８日　１４：３５",
        "6月8号14点35分",
        "2026年6月8日 14:35",
        "2026年6月8日14时35分",
        "6月8日 下午2:35",
        "6月8日 2:35 PM",
        "6月8日(周一) 14:35",
        "6月8日 星期一 14:35",
        "2026-06-08T14:35:00+08:00",
        "2026-06-08T06:35:00Z",
        "2026-06-08T06:35Z",
        "2026-06-08T15:35:00+09:00",
        "2026-06-08T14:35:00.000+0800",
        "2026-06-07T23:35:00-07:00"
      })
  void a_moment_is_read_in_every_form_and_moved_to_the_conference_zone(String text) {
    assertThat(arrival(text)).isEqualTo(LocalDateTime.parse("2026-06-08T14:35"));
  }

  @ParameterizedTest
  @CsvSource({
    "6月9日 0:05,2026-06-09T00:05",
    "6月9日 00:00,2026-06-09T00:00",
    "6月9日 上午9:05,2026-06-09T09:05",
    "6月9日 12:05 am,2026-06-09T00:05",
    "6月9日 下午12:05,2026-06-09T12:05",
    "6月9日 下午14:05,2026-06-09T14:05",
    "2027年1月2日 8:00,2027-01-02T08:00"
  })
  void the_edges_of_the_day_and_of_the_year(String text, LocalDateTime moment) {
    assertThat(arrival(text)).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2月30日 09:00",
        "8日下午",
        "6月8日",
        "2026-06-08",
        "2026/6/8",
        "14:35",
        "6月8日下午",
        "6月8日 14时",
        "13月1日 09:00",
        "6月31日 09:00",
        "2026-02-29 09:00",
        "6月8日 25:00",
        "6月8日 24:00",
        "6月8日 14:60",
        "6月8日 上午12:00",
        "6月8日 上午14:00",
        "6月8日(周二) 14:35",
        "6月8日 14:35左右",
        "6月8日 14:35-15:00",
        "6月8-9日 14:35",
        "6/8 14:35",
        "26-06-08 14:35",
        "46181.6",
        "待定",
        "无",
        "CA1335"
      })
  void an_impossible_or_half_date_waits(String text) {
    assertThat(waiting(withCell("到达时间", text))).containsExactly("arrive=" + text);
    assertThat(waiting(withCell("返程时间", text))).containsExactly("depart=" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "—", "/"})
  void nothing_said_of_a_time_is_unknown(String text) {
    assertThat(person(withCell("到达时间", text)).arrival()).isNull();
  }

  @Test
  void a_departure_before_the_arrival_waits_on_the_departure() {
    assertThat(waiting(legs("2026-06-11 10:00", "2026-06-09 09:00")))
        .containsExactly("depart=2026-06-09 09:00");
    assertThat(waiting(legs("2026-06-09 09:00", "2026-06-09 09:00"))).isEmpty();
  }

  @Test
  void of_two_legs_that_cannot_be_read_each_waits_and_they_are_not_compared() {
    assertThat(waiting(legs("8日下午", "2月30日 09:00")))
        .containsExactly("arrive=8日下午", "depart=2月30日 09:00");
    assertThat(waiting(legs("8日下午", "2026-06-01 09:00"))).containsExactly("arrive=8日下午");
  }

  @Test
  void day_and_time_in_two_columns_are_one_moment() {
    ReadRow row = csv("姓名,性别,级别,到达日期,到达时间,到达车次", "王一,男,处级,6月8日,14:35,G1").getFirst();
    assertThat(Objects.requireNonNull(person(row).arrival()).time())
        .isEqualTo(LocalDateTime.parse("2026-06-08T14:35"));

    assertThat(waiting(csv("姓名,性别,级别,到达日期,到达时间", "王一,男,处级,6月8日,").getFirst()))
        .containsExactly("arrive=6月8日");
  }

  @Test
  void a_column_headed_date_alone_holds_the_whole_moment() {
    ReadRow row = csv("姓名,性别,级别,到达日期", "王一,男,处级,6月8日 14:35").getFirst();
    assertThat(Objects.requireNonNull(person(row).arrival()).time())
        .isEqualTo(LocalDateTime.parse("2026-06-08T14:35"));
  }

  private static LocalDateTime arrival(String text) {
    Leg arrival = Objects.requireNonNull(person(withCell("到达时间", text)).arrival());
    return Objects.requireNonNull(arrival.time());
  }

  private static ReadRow legs(String arrival, String departure) {
    return csv("姓名,性别,级别,到达时间,返程时间", "王一,男,处级," + arrival + "," + departure).getFirst();
  }
}
