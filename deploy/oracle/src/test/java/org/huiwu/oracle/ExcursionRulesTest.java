package org.huiwu.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.oracle.TinyConference.delegate;

import org.junit.jupiter.api.Test;

class ExcursionRulesTest {

  @Test
  void when_first_known_a_person_goes_on_the_bus_that_lists_the_delegation() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", "R1"), delegate("B/乙", "R1"));
    assertThat(tiny.linesOf("trip:X1A")).containsExactly("A/甲");
    assertThat(tiny.linesOf("trip:X1B")).containsExactly("B/乙");
  }

  @Test
  void a_registered_person_goes_on_the_bus_of_the_delegation_full_or_not() {
    TinyConference tiny =
        TinyConference.with(
            delegate("A/甲", "R1"),
            delegate("A/乙", "R1"),
            delegate("A/丙", "R1"),
            delegate("A/丁", "R1"));
    tiny.apply(
        "'action':'register','person':'A/戊','details':{'delegation':'A','name':'戊','gender':'男',"
            + "'rank':2,'route':'R1','diet':'halal'}");
    assertThat(tiny.linesOf("trip:X1A")).hasSize(5).contains("A/戊");
    assertThat(tiny.line("site:S1", "A/戊"))
        .containsEntry("bus", "X1A")
        .containsEntry("rank", "2")
        .containsEntry("diet", "halal");
  }

  @Test
  void a_switch_goes_to_the_bus_with_most_free_seats() {
    TinyConference tiny =
        TinyConference.with(
            delegate("A/甲", "R1"),
            delegate("A/乙", "R2"),
            delegate("A/丙", "R2"),
            delegate("A/丁", "R2"));
    tiny.switchRoute("A/甲", "R2");
    assertThat(tiny.linesOf("trip:X2B")).containsExactly("A/甲");
  }

  @Test
  void somebody_without_a_route_who_takes_one_is_a_switcher() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", ""), delegate("A/乙", "R1"));
    tiny.switchRoute("A/甲", "R1");
    assertThat(tiny.linesOf("trip:X1B")).containsExactly("A/甲");
  }

  @Test
  void a_tie_goes_to_the_lowest_code() {
    TinyConference tiny = TinyConference.with(delegate("B/甲", ""));
    tiny.switchRoute("B/甲", "R1");
    assertThat(tiny.linesOf("trip:X1A")).containsExactly("B/甲");
  }

  @Test
  void the_absent_and_the_withdrawn_hold_no_seat() {
    TinyConference tiny =
        TinyConference.with(delegate("A/甲", ""), delegate("A/乙", "R1"), delegate("A/丙", "R1"));
    tiny.rollCall("X1A", "", "A/乙", "");
    tiny.apply("'action':'withdraw','person':'A/丙','reason':'病'");
    tiny.switchRoute("A/甲", "R1");
    assertThat(tiny.linesOf("trip:X1A")).containsExactly("A/甲");
  }

  @Test
  void a_switch_to_the_present_route_is_none() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", "R1"), delegate("A/乙", ""));
    assertThat(tiny.switchRoute("A/甲", "R1")).isEmpty();
    assertThat(tiny.switchRoute("A/乙", "")).isEmpty();
  }

  @Test
  void a_switch_to_the_present_route_does_not_end_an_absence() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", "R1"));
    tiny.rollCall("X1A", "", "A/甲", "");
    assertThat(tiny.switchRoute("A/甲", "R1")).isEmpty();
    assertThat(tiny.linesOf("trip:X1A")).isEmpty();
  }

  @Test
  void a_switch_to_another_route_ends_an_absence_for_good() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", "R1"));
    tiny.rollCall("X1A", "", "A/甲", "");
    tiny.switchRoute("A/甲", "");
    tiny.switchRoute("A/甲", "R1");
    assertThat(tiny.linesOf("trip:X1A")).containsExactly("A/甲");
  }

  @Test
  void companions_do_not_follow_a_switch() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", "R1"));
    tiny.addCompanion("A/甲", "A/家属", "");
    tiny.switchRoute("A/甲", "R2");
    assertThat(tiny.linesOf("trip:X1A")).containsExactly("A/家属");
  }

  @Test
  void a_companion_added_later_goes_with_the_host() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", "R2"));
    tiny.switchRoute("A/甲", "R1");
    tiny.rollCall("X1B", "A/甲", "", "A/甲");
    tiny.addCompanion("A/甲", "A/家属", "");
    assertThat(tiny.line("site:S1", "A/家属")).containsEntry("bus", "X1B").containsEntry("rank", "4");
  }

  @Test
  void the_absent_leave_bus_site_and_route_meals_and_eat_at_their_hotel() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", "R1"));
    assertThat(tiny.eating("meal:DINNER10")).isZero();
    tiny.rollCall("X1A", "", "A/甲", "");
    assertThat(tiny.linesOf("trip:X1A")).isEmpty();
    assertThat(tiny.linesOf("site:S1")).isEmpty();
    assertThat(tiny.eating("meal:PICNIC1")).isZero();
    assertThat(tiny.eating("meal:DINNER10")).isEqualTo(1);
  }

  @Test
  void the_unexpected_move_to_the_bus_that_sees_them_and_to_its_route() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", "R1"), delegate("A/乙", ""));
    tiny.rollCall("X2B", "A/甲 A/乙", "", "A/甲 A/乙");
    assertThat(tiny.linesOf("trip:X2B")).containsExactly("A/乙", "A/甲");
    assertThat(tiny.linesOf("trip:X1A")).isEmpty();
    assertThat(tiny.eating("meal:PICNIC2")).isEqualTo(2);
  }

  @Test
  void the_bus_that_somebody_left_reports_them_absent_in_vain() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", "R1"));
    tiny.rollCall("X2A", "A/甲", "", "A/甲");
    assertThat(tiny.rollCall("X1A", "", "A/甲", "")).isEmpty();
    assertThat(tiny.linesOf("trip:X2A")).containsExactly("A/甲");
  }

  @Test
  void an_absence_reported_before_another_bus_sees_the_person_ends() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", "R1"));
    tiny.rollCall("X1A", "", "A/甲", "");
    tiny.rollCall("X2A", "A/甲", "", "A/甲");
    assertThat(tiny.linesOf("trip:X2A")).containsExactly("A/甲");
  }

  @Test
  void a_vain_absence_does_not_wake_when_the_person_comes_back() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", "R1"));
    tiny.switchRoute("A/甲", "R2");
    tiny.rollCall("X1A", "", "A/甲", "");
    tiny.switchRoute("A/甲", "R1");
    assertThat(tiny.linesOf("trip:X1A")).containsExactly("A/甲");
  }

  @Test
  void being_seen_by_a_second_roll_call_ends_an_absence() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", "R1"));
    tiny.rollCall("X1A", "", "A/甲", "");
    tiny.rollCall("X1A", "A/甲", "", "");
    assertThat(tiny.linesOf("trip:X1A")).containsExactly("A/甲");
  }

  @Test
  void being_seen_beats_not_being_seen_later() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", "R1"));
    tiny.rollCall("X1A", "A/甲", "", "");
    assertThat(tiny.rollCall("X1A", "", "A/甲", "")).isEmpty();
  }

  @Test
  void a_sighting_on_the_old_bus_does_not_help_after_a_switch() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", "R1"));
    tiny.rollCall("X1A", "A/甲", "", "");
    tiny.switchRoute("A/甲", "R2");
    tiny.rollCall("X2A", "", "A/甲", "");
    assertThat(tiny.linesOf("trip:X2A")).isEmpty();
  }

  @Test
  void who_is_in_neither_list_stays() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", "R1"), delegate("A/乙", "R1"));
    assertThat(tiny.rollCall("X1A", "A/甲", "", "")).isEmpty();
  }

  @Test
  void a_replaced_vehicle_shows_on_its_trip_and_on_the_sites_of_its_route() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", "R1"));
    assertThat(tiny.apply("'action':'replace-vehicle','trip':'X1A','plate':'桂Z'"))
        .extracting(row -> row.get(1) + " " + row.get(2))
        .containsExactly("site:S1 plates", "trip:X1A plate");
    assertThat(tiny.manifest("site:S1").header()).containsEntry("plates", "桂X1B 桂Z");
  }

  @Test
  void a_retimed_trip_changes_its_header_and_nobodys_meals() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", "R1"));
    assertThat(tiny.apply("'action':'retime-trip','trip':'X1A','departs':'2026-06-10T20:00'"))
        .extracting(row -> row.get(1) + " " + row.get(2))
        .containsExactly("trip:X1A departs");
  }

  @Test
  void a_retimed_stop_changes_its_header() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", "R1"));
    assertThat(tiny.apply("'action':'retime-stop','stop':'S1','arrives':'2026-06-09T17:00'"))
        .extracting(row -> row.get(1) + " " + row.get(2))
        .containsExactly("site:S1 arrives");
  }
}
