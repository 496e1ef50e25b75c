package org.huiwu.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiwu.oracle.TinyConference.delegate;
import static org.huiwu.oracle.TinyConference.person;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttendanceRulesTest {

  private static final String ARRIVAL =
      "'action':'itinerary','person':'A/甲','leg':'arrival','time':'2026-06-08T%s'";

  private static TinyConference arrivingAt(String time, String place) {
    return TinyConference.with(
        person("A/甲", "", 3, Leg.of("2026-06-08T" + time, place, "CZ1"), Leg.UNKNOWN));
  }

  @Test
  void withdrawing_a_delegate_withdraws_the_companions() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", ""), delegate("A/乙", ""));
    tiny.addCompanion("A/甲", "A/家属", "");
    tiny.apply("'action':'withdraw','person':'A/甲','reason':'病'");
    assertThat(tiny.linesOf("rooming:H1")).containsExactly("A/乙");
  }

  @Test
  void withdrawing_a_companion_leaves_the_delegate() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", ""));
    tiny.addCompanion("A/甲", "A/家属", "");
    tiny.apply("'action':'withdraw','person':'A/家属','reason':'病'");
    assertThat(tiny.linesOf("rooming:H1")).containsExactly("A/甲");
  }

  @Test
  void an_imported_roster_brings_its_people() {
    TinyConference tiny = TinyConference.with(delegate("B/甲", ""));
    assertThat(tiny.importRoster(delegate("B/乙", ""), delegate("B/丙", "R2")))
        .extracting(row -> row.get(1) + " +" + row.get(3) + " ~" + row.get(5))
        .contains(
            "rooming:H2 +B/丙;B/乙 ~", "session:S + ~B", "trip:X2A +B/丙 ~", "meal:PICNIC2 +normal ~");
  }

  @Test
  void a_pickup_takes_those_who_arrive_in_its_half_open_window() {
    assertThat(arrivingAt("08:00", "NNG").line("trip:P1", "A/甲"))
        .containsEntry("number", "CZ1")
        .containsEntry("time", "2026-06-08T08:00");
    assertThat(arrivingAt("10:00", "NNG").linesOf("trip:P1")).isEmpty();
    assertThat(arrivingAt("10:00", "NNG").linesOf("trip:P2")).containsExactly("A/甲");
    assertThat(arrivingAt("12:00", "NNG").linesOf("trip:P2")).isEmpty();
    assertThat(arrivingAt("09:00", "self").linesOf("trip:P1")).isEmpty();
  }

  @Test
  void without_a_known_time_nobody_is_picked_up() {
    TinyConference tiny =
        TinyConference.with(person("A/甲", "", 3, new Leg(null, "NNG", "CZ1"), Leg.UNKNOWN));
    assertThat(tiny.linesOf("trip:P1")).isEmpty();
    assertThat(tiny.eating("meal:LUNCH8")).isEqualTo(1);
  }

  @Test
  void a_field_left_out_of_an_itinerary_stays() {
    TinyConference tiny = arrivingAt("08:30", "NNG");
    tiny.apply(ARRIVAL.formatted("11:30"));
    assertThat(tiny.line("trip:P2", "A/甲"))
        .containsEntry("number", "CZ1")
        .containsEntry("time", "2026-06-08T11:30");
  }

  @Test
  void presence_begins_at_the_arrival_and_ends_before_the_departure() {
    assertThat(arrivingAt("12:00", "NNG").eating("meal:LUNCH8")).isEqualTo(1);
    TinyConference tiny = arrivingAt("12:05", "NNG");
    assertThat(tiny.eating("meal:LUNCH8")).isZero();
    tiny.apply("'action':'itinerary','person':'A/甲','leg':'departure','time':'2026-06-10T18:00'");
    assertThat(tiny.eating("meal:DINNER10")).isZero();
    assertThat(tiny.eating("meal:BRUNCH10")).isEqualTo(1);
  }

  @Test
  void legs_left_out_are_the_hosts_of_that_moment() {
    TinyConference tiny = arrivingAt("08:30", "NNG");
    tiny.addCompanion("A/甲", "A/家属", "");
    tiny.apply(ARRIVAL.formatted("11:30"));
    assertThat(tiny.linesOf("trip:P1")).containsExactly("A/家属");
    assertThat(tiny.linesOf("trip:P2")).containsExactly("A/甲");
  }

  @Test
  void a_leg_that_is_given_is_the_companions_own() {
    TinyConference tiny = arrivingAt("08:30", "NNG");
    tiny.addCompanion(
        "A/甲", "A/家属", ",'arrive':'2026-06-08T11:00','arrive_at':'NNG','arrive_no':'CA2'");
    assertThat(tiny.line("trip:P2", "A/家属")).containsEntry("number", "CA2");
  }

  @Test
  void rank_meals_are_for_delegates_of_that_rank_or_higher() {
    TinyConference tiny =
        TinyConference.with(
            person("A/一", "", 1, Leg.UNKNOWN, Leg.UNKNOWN),
            person("A/二", "", 2, Leg.UNKNOWN, Leg.UNKNOWN),
            person("A/三", "", 3, Leg.UNKNOWN, Leg.UNKNOWN));
    tiny.addCompanion("A/一", "A/家属", ",'rank':1");
    assertThat(tiny.eating("meal:BANQUET")).isEqualTo(2);
  }

  @Test
  void one_is_away_from_the_routes_departure_until_before_its_return() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", "R1"));
    assertThat(tiny.eating("meal:AT-DEPARTURE")).isEqualTo(1);
    assertThat(tiny.eating("meal:PICNIC1")).isEqualTo(1);
    assertThat(tiny.eating("meal:AT-RETURN")).isZero();
  }

  @Test
  void a_route_meal_is_for_those_who_are_still_present() {
    TinyConference tiny =
        TinyConference.with(
            person("A/甲", "R1", 3, Leg.UNKNOWN, Leg.of("2026-06-10T11:00", "NNG", "CZ2")));
    assertThat(tiny.eating("meal:PICNIC1")).isZero();
    assertThat(tiny.linesOf("site:S1")).containsExactly("A/甲");
  }

  @Test
  void a_diet_counts_in_meals_and_shows_at_sites() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", "R1"));
    assertThat(tiny.apply("'action':'diet','person':'A/甲','diet':'halal'"))
        .extracting(row -> row.get(1))
        .contains("meal:LUNCH8", "meal:PICNIC1", "site:S1")
        .doesNotContain("meal:DINNER10", "meal:PICNIC2", "trip:X1A");
    assertThat(tiny.linesOf("meal:LUNCH8")).containsExactly("halal");
  }

  @Test
  void a_session_seats_the_delegates_present_when_it_starts() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", ""), delegate("B/乙", ""));
    tiny.addCompanion("A/甲", "A/家属", "");
    assertThat(tiny.line("session:S", "A")).containsEntry("seats", "1");
    assertThat(
            tiny.apply(
                "'action':'move-session','session':'S','hall':'二号厅','starts':'2026-06-08T07:00'"))
        .containsExactly(List.of("1", "session:S", "hall starts", "", "A;B", ""));
  }

  @Test
  void an_unknown_code_action_or_person_is_an_error() {
    TinyConference tiny = TinyConference.with(delegate("A/甲", ""));
    assertThatThrownBy(() -> tiny.apply("'action':'dance'")).hasMessageContaining("dance");
    assertThatThrownBy(() -> tiny.switchRoute("A/乙", "R1")).hasMessageContaining("A/乙");
    assertThatThrownBy(() -> tiny.switchRoute("A/甲", "R9")).hasMessageContaining("R9");
    assertThatThrownBy(() -> tiny.apply("'action':'replace-vehicle','trip':'X9','plate':'桂Z'"))
        .hasMessageContaining("X9");
  }
}
