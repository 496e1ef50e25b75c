package org.huiwu.transportdispatch.trip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.huiwu.transportdispatch.trip.TripDecision.Contradicted;
import org.huiwu.transportdispatch.trip.TripDecision.Happened;
import org.huiwu.transportdispatch.trip.TripDecision.Refused;
import org.huiwu.transportdispatch.trip.TripDecision.Unchanged;
import org.junit.jupiter.api.Test;

/// What becomes of a trip that is planned.
class TripTest {
  private static final LocalDateTime TWO = LocalDateTime.parse("2026-06-09T14:00");
  private static final LocalDateTime LATER = LocalDateTime.parse("2026-06-09T14:40");
  private static final Run ROUTE = new Run.Excursion("R1");

  private static Trip bus() {
    return new Trip("X1A", new Vehicle("桂A1", 45, "D"), ROUTE, TWO, List.of("BJ"), "C", false, 3);
  }

  private static TripEvent happened(TripDecision decision) {
    assertThat(decision).isInstanceOf(Happened.class);
    return ((Happened) decision).event();
  }

  @Test
  void another_vehicle_has_the_old_ones_seats_and_driver_when_nothing_else_is_said() {
    var event = happened(bus().replaceVehicle(new ReplaceVehicle("桂A9", null, null, null)));

    assertThat(event.name()).isEqualTo("vehicle-replaced");
    assertThat(event.trip().vehicle()).isEqualTo(new Vehicle("桂A9", 45, "D"));
    assertThat(event.trip().version()).isEqualTo(4);
    assertThat(event.runsConcerned()).isEmpty();
  }

  @Test
  void another_vehicle_has_the_seats_and_the_driver_that_are_said() {
    var event = happened(bus().replaceVehicle(new ReplaceVehicle("桂A9", 20, "E", null)));

    assertThat(event.trip().vehicle()).isEqualTo(new Vehicle("桂A9", 20, "E"));
  }

  @Test
  void the_same_vehicle_again_is_no_change() {
    assertThat(bus().replaceVehicle(new ReplaceVehicle("桂A1", null, null, null)))
        .isEqualTo(new Unchanged());
  }

  @Test
  void a_vehicle_without_seats_is_refused() {
    assertThat(bus().replaceVehicle(new ReplaceVehicle("桂A9", 0, null, null)))
        .isEqualTo(Refused.because("trip-seats-not-positive", 0, "X1A"));
  }

  @Test
  void a_trip_departs_at_another_time() {
    var event = happened(bus().retime(new RetimeTrip(LATER)));

    assertThat(event.name()).isEqualTo("trip-retimed");
    assertThat(event.trip().departs()).isEqualTo(LATER);
    assertThat(event.runsConcerned()).isEmpty();
  }

  @Test
  void the_same_departure_again_is_no_change() {
    assertThat(bus().retime(new RetimeTrip(TWO))).isEqualTo(new Unchanged());
  }

  @Test
  void cancelling_concerns_everybody_on_the_trip_and_is_done_once() {
    var event = happened(bus().cancel());

    assertThat(event.name()).isEqualTo("trip-cancelled");
    assertThat(event.trip().cancelled()).isTrue();
    assertThat(event.runsConcerned()).containsExactly(ROUTE);
    assertThat(event.trip().cancel()).isEqualTo(new Unchanged());
  }

  @Test
  void a_cancelled_trip_is_not_changed_any_more() {
    var cancelled = happened(bus().cancel()).trip();
    var contradicted = Contradicted.because("trip-cancelled", "X1A");
    var change = new ChangeTrip(1, null, null, null, null, null, null, null);

    assertThat(cancelled.replaceVehicle(new ReplaceVehicle("桂A9", null, null, null)))
        .isEqualTo(contradicted);
    assertThat(cancelled.retime(new RetimeTrip(LATER))).isEqualTo(contradicted);
    assertThat(cancelled.change(change, new References(Set.of(), Set.of()), 0))
        .isEqualTo(contradicted);
  }

  @Test
  void on_the_wire_an_excursion_has_no_place_and_a_pickup_no_route() {
    var bus = TripState.of(bus());
    var pickup =
        TripState.of(
            new Trip(
                "P",
                new Vehicle("桂A1", 45, "D"),
                new Run.Pickup("NNG", TWO, LATER),
                null,
                List.of(),
                "C",
                false,
                1));

    assertThat(bus.kind()).isEqualTo("excursion");
    assertThat(bus.route()).isEqualTo("R1");
    assertThat(bus.from()).isEmpty();
    assertThat(bus.windowFrom()).isNull();
    assertThat(pickup.kind()).isEqualTo("pickup");
    assertThat(pickup.route()).isEmpty();
    assertThat(pickup.from()).isEqualTo("NNG");
    assertThat(pickup.windowTo()).isEqualTo(LATER);
  }
}
