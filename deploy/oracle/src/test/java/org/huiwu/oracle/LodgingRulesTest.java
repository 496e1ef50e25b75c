package org.huiwu.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.oracle.TinyConference.delegate;
import static org.huiwu.oracle.TinyConference.person;

import org.junit.jupiter.api.Test;

class LodgingRulesTest {

  private static final String REHOUSE =
      "'action':'rehouse','delegation':'A','hotel':'%s','from':'2026-06-%02d'";

  private static TinyConference arrivingAt(String time) {
    return TinyConference.with(person("A/甲", "", 3, Leg.of(time, "NNG", "CZ1"), Leg.UNKNOWN));
  }

  @Test
  void nights_run_from_the_arrival_date_to_the_departure_date() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", ""));
    assertThat(tiny.line("rooming:H1", "A/甲"))
        .containsEntry("from", "2026-06-08")
        .containsEntry("to", "2026-06-11");
  }

  @Test
  void an_arrival_before_six_needs_the_night_before() {
    assertThat(arrivingAt("2026-06-09T05:55").line("rooming:H1", "A/甲"))
        .containsEntry("from", "2026-06-08");
    assertThat(arrivingAt("2026-06-09T06:00").line("rooming:H1", "A/甲"))
        .containsEntry("from", "2026-06-09");
  }

  @Test
  void rehousing_moves_the_nights_from_its_date_on() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", ""));
    tiny.apply(REHOUSE.formatted("H3", 10));
    assertThat(tiny.line("rooming:H1", "A/甲")).containsEntry("to", "2026-06-10");
    assertThat(tiny.line("rooming:H3", "A/甲"))
        .containsEntry("from", "2026-06-10")
        .containsEntry("to", "2026-06-11");
  }

  @Test
  void a_second_rehousing_wins_for_all_nights_from_its_date_on() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", ""));
    tiny.apply(REHOUSE.formatted("H3", 10));
    tiny.apply(REHOUSE.formatted("H2", 9));
    assertThat(tiny.linesOf("rooming:H3")).isEmpty();
    assertThat(tiny.line("rooming:H2", "A/甲"))
        .containsEntry("from", "2026-06-09")
        .containsEntry("to", "2026-06-11");
  }

  @Test
  void who_comes_after_a_rehousing_is_housed_by_it() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", ""));
    tiny.apply(REHOUSE.formatted("H3", 8));
    tiny.addCompanion("A/甲", "A/家属", "");
    assertThat(tiny.linesOf("rooming:H3")).contains("A/家属");
  }

  @Test
  void a_breakfast_is_eaten_in_the_hotel_of_the_night_before() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", ""));
    tiny.apply(REHOUSE.formatted("H3", 10));
    assertThat(tiny.eating("meal:BREAKFAST10")).isEqualTo(1);
    assertThat(tiny.eating("meal:BREAKFAST10-H3")).isZero();
    assertThat(tiny.eating("meal:BRUNCH10")).isZero();
    assertThat(tiny.eating("meal:DINNER10-H3")).isEqualTo(1);
  }

  @Test
  void a_hold_is_a_line_of_its_hotel() {
    TinyConference tiny = TinyConference.with();
    assertThat(
            tiny.apply(
                "'action':'hold-rooms','organisation':'警卫局','hotel':'H1','rooms':10,"
                    + "'from':'2026-06-08','to':'2026-06-10'"))
        .hasSize(1);
    assertThat(tiny.line("rooming:H1", "HOLD/警卫局"))
        .containsEntry("rooms", "10")
        .containsEntry("from", "2026-06-08")
        .containsEntry("to", "2026-06-10");
  }
}
