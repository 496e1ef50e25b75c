package org.huiwu.transportdispatch.trip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.huiwu.transportdispatch.trip.TripDecision.Contradicted;
import org.huiwu.transportdispatch.trip.TripDecision.Happened;
import org.huiwu.transportdispatch.trip.TripDecision.Refused;
import org.huiwu.transportdispatch.trip.TripDecision.Unchanged;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a plan must be like, new or changed.
class TripPlanTest {
  private static final LocalDateTime NINE = LocalDateTime.parse("2026-06-08T09:00");
  private static final LocalDateTime ELEVEN = LocalDateTime.parse("2026-06-08T11:00");
  private static final References KNOWN = new References(Set.of("R1", "R2"), Set.of("BJ", "GD"));

  private static PlanTrip bus() {
    return new PlanTrip(
        "X1A", "excursion", "桂A1", 45, "D", "R1", NINE, List.of("BJ", "GD"), null, null, null, "C");
  }

  private static PlanTrip pickup() {
    return pickup("NNG", NINE, ELEVEN);
  }

  private static PlanTrip pickup(
      @Nullable String from, @Nullable LocalDateTime begins, @Nullable LocalDateTime ends) {
    return new PlanTrip(
        "PG09", "pickup", "桂A2", 20, "D", "", null, List.of(), from, begins, ends, "C");
  }

  private static ChangeTrip nothing() {
    return new ChangeTrip(null, null, null, null, null, null, null, null);
  }

  private static Trip planned(PlanTrip command) {
    return happened(Trip.plan(command, KNOWN)).trip();
  }

  private static TripEvent happened(TripDecision decision) {
    assertThat(decision).isInstanceOf(Happened.class);
    return ((Happened) decision).event();
  }

  @Test
  void a_bus_of_an_excursion_is_planned_as_said() {
    var event = happened(Trip.plan(bus(), KNOWN));

    assertThat(event.name()).isEqualTo("trip-planned");
    assertThat(event.trip())
        .isEqualTo(
            new Trip(
                "X1A",
                new Vehicle("桂A1", 45, "D"),
                new Run.Excursion("R1"),
                NINE,
                List.of("BJ", "GD"),
                "C",
                false,
                1));
  }

  @Test
  void a_pickup_is_planned_as_said_and_an_empty_route_is_none() {
    assertThat(planned(pickup()).run()).isEqualTo(new Run.Pickup("NNG", NINE, ELEVEN));
  }

  @Test
  void a_kind_that_is_neither_excursion_nor_pickup_is_refused() {
    var taxi = new PlanTrip("T", "taxi", "", 4, "", "", null, null, null, null, null, null);

    assertThat(Trip.plan(taxi, KNOWN)).isEqualTo(Refused.because("trip-kind-unknown", "taxi", "T"));
  }

  @Test
  void a_trip_without_seats_is_refused() {
    for (var seats : new @Nullable Integer[] {0, -1, null}) {
      var trip =
          new PlanTrip("T", "excursion", "", seats, "", "R1", null, null, null, null, null, null);

      assertThat(Trip.plan(trip, KNOWN))
          .isEqualTo(Refused.because("trip-seats-not-positive", seats == null ? "" : seats, "T"));
    }
  }

  @Test
  void a_code_that_cannot_stand_in_an_address_is_refused() {
    for (var code : new @Nullable String[] {"", null, "A/B", "A B", "trip:A", ".."}) {
      var trip =
          new PlanTrip(code, "excursion", "", 4, "", "R1", null, null, null, null, null, null);

      assertThat(Trip.plan(trip, KNOWN))
          .isEqualTo(Refused.because("trip-code-malformed", code == null ? "" : code));
    }
  }

  @Test
  void an_excursion_on_an_unknown_route_is_refused() {
    var trip = new PlanTrip("X9", "excursion", "", 4, "", "R9", null, null, null, null, null, null);

    assertThat(Trip.plan(trip, KNOWN)).isEqualTo(Refused.because("route-unknown", "R9", "X9"));
  }

  @Test
  void a_trip_for_an_unknown_delegation_is_refused() {
    var trip =
        new PlanTrip(
            "X1", "excursion", "", 4, "", "R1", null, List.of("BJ", "ZZ"), null, null, null, null);

    assertThat(Trip.plan(trip, KNOWN)).isEqualTo(Refused.because("delegation-unknown", "ZZ", "X1"));
  }

  @Test
  void a_pickup_without_a_place_is_refused_and_nobody_is_fetched_who_comes_by_own_means() {
    assertThat(Trip.plan(pickup(null, NINE, ELEVEN), KNOWN))
        .isEqualTo(Refused.because("trip-from-unfit", "", "PG09"));
    assertThat(Trip.plan(pickup("self", NINE, ELEVEN), KNOWN))
        .isEqualTo(Refused.because("trip-from-unfit", "self", "PG09"));
  }

  @Test
  void a_pickup_without_a_whole_window_is_refused() {
    assertThat(Trip.plan(pickup("NNG", null, ELEVEN), KNOWN))
        .isEqualTo(Refused.because("trip-window-missing", "windowFrom", "PG09"));
    assertThat(Trip.plan(pickup("NNG", NINE, null), KNOWN))
        .isEqualTo(Refused.because("trip-window-missing", "windowTo", "PG09"));
  }

  @Test
  void a_window_that_ends_when_it_begins_or_before_is_refused() {
    assertThat(Trip.plan(pickup("NNG", NINE, NINE), KNOWN))
        .isEqualTo(Refused.because("trip-window-empty", NINE, NINE, "PG09"));
    assertThat(Trip.plan(pickup("NNG", ELEVEN, NINE), KNOWN))
        .isEqualTo(Refused.because("trip-window-empty", ELEVEN, NINE, "PG09"));
  }

  @Test
  void what_does_not_belong_to_the_kind_is_refused() {
    var busWithPlace =
        new PlanTrip("X", "excursion", "", 4, "", "R1", null, null, "NNG", null, null, null);
    var pickupWithRoute =
        new PlanTrip("P", "pickup", "", 4, "", "R1", null, null, "NNG", NINE, ELEVEN, null);

    assertThat(Trip.plan(busWithPlace, KNOWN))
        .isEqualTo(Refused.because("trip-field-unfit", "from", "NNG", "X"));
    assertThat(Trip.plan(pickupWithRoute, KNOWN))
        .isEqualTo(Refused.because("trip-field-unfit", "route", "R1", "P"));
  }

  @Test
  void a_change_keeps_what_is_left_out() {
    var command = new ChangeTrip(30, null, null, null, null, null, null, null);

    var trip = happened(planned(bus()).change(command, KNOWN, 0)).trip();

    assertThat(trip)
        .isEqualTo(
            new Trip(
                "X1A",
                new Vehicle("桂A1", 30, "D"),
                new Run.Excursion("R1"),
                NINE,
                List.of("BJ", "GD"),
                "C",
                false,
                2));
  }

  @Test
  void a_change_to_what_is_so_already_is_none() {
    var same = new ChangeTrip(45, "D", "R1", List.of("BJ", "GD"), null, null, null, "C");

    assertThat(planned(bus()).change(same, KNOWN, 3)).isEqualTo(new Unchanged());
    assertThat(planned(bus()).change(nothing(), KNOWN, 3)).isEqualTo(new Unchanged());
  }

  @Test
  void a_changed_window_concerns_those_of_the_old_and_of_the_new_one() {
    var later = LocalDateTime.parse("2026-06-08T12:00");
    var command = new ChangeTrip(null, null, null, null, null, null, later, null);

    var event = happened(planned(pickup()).change(command, KNOWN, 0));

    assertThat(event.name()).isEqualTo("trip-changed");
    assertThat(event.runsConcerned())
        .containsExactly(new Run.Pickup("NNG", NINE, ELEVEN), new Run.Pickup("NNG", NINE, later));
  }

  @Test
  void a_change_of_half_a_window_that_empties_it_is_refused() {
    var command = new ChangeTrip(null, null, null, null, null, ELEVEN, null, null);

    assertThat(planned(pickup()).change(command, KNOWN, 0))
        .isEqualTo(Refused.because("trip-window-empty", ELEVEN, ELEVEN, "PG09"));
  }

  @Test
  void a_change_that_does_not_show_in_lines_concerns_nobody() {
    var command = new ChangeTrip(10, "E", null, null, null, null, null, "C2");

    assertThat(happened(planned(pickup()).change(command, KNOWN, 0)).runsConcerned()).isEmpty();
  }

  @Test
  void a_bus_with_people_stays_on_its_route_and_an_empty_one_may_change() {
    var command = new ChangeTrip(null, null, "R2", null, null, null, null, null);

    assertThat(planned(bus()).change(command, KNOWN, 1))
        .isEqualTo(Contradicted.because("trip-has-members", "X1A", 1));
    assertThat(happened(planned(bus()).change(command, KNOWN, 0)).trip().run())
        .isEqualTo(new Run.Excursion("R2"));
  }

  @Test
  void a_delegation_cancelled_since_may_stay_on_the_list_and_an_unknown_one_may_not_come() {
    var later = new References(Set.of("R1"), Set.of("GD"));
    var fewer = new ChangeTrip(null, null, null, List.of("BJ"), null, null, null, null);
    var more = new ChangeTrip(null, null, null, List.of("BJ", "ZZ"), null, null, null, null);

    assertThat(happened(planned(bus()).change(fewer, later, 0)).trip().delegations())
        .containsExactly("BJ");
    assertThat(planned(bus()).change(more, later, 0))
        .isEqualTo(Refused.because("delegation-unknown", "ZZ", "X1A"));
  }

  @Test
  void a_route_cancelled_since_does_not_hinder_other_changes() {
    var later = new References(Set.of(), Set.of());
    var command = new ChangeTrip(50, null, null, null, null, null, null, null);

    assertThat(happened(planned(bus()).change(command, later, 0)).trip().vehicle().seats())
        .isEqualTo(50);
  }
}
