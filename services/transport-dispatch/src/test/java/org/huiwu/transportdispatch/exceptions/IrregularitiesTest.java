package org.huiwu.transportdispatch.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.huiwu.transportdispatch.exceptions.Irregularity.ArrivalUnknown;
import org.huiwu.transportdispatch.exceptions.Irregularity.NoMatchingPickup;
import org.huiwu.transportdispatch.exceptions.Irregularity.OverSeats;
import org.huiwu.transportdispatch.exceptions.Irregularity.RouteCancelled;
import org.huiwu.transportdispatch.manifest.Rider;
import org.huiwu.transportdispatch.manifest.Rider.Arrival;
import org.huiwu.transportdispatch.trip.Run;
import org.huiwu.transportdispatch.trip.Trip;
import org.huiwu.transportdispatch.trip.Vehicle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What transport must see (FORMAT.md, "The rules behind the manifests").
class IrregularitiesTest {
  private static final LocalDateTime TEN = LocalDateTime.parse("2026-06-08T10:00");
  private static final Set<String> ROUTES = Set.of("R1");

  private static Trip pickup(int seats, boolean cancelled) {
    var run = new Run.Pickup("NNG", TEN, TEN.plusHours(2));
    return new Trip(
        "PG10", new Vehicle("桂A1", seats, "D"), run, null, List.of(), "C", cancelled, 1);
  }

  private static Trip bus(int seats, String route) {
    return new Trip(
        "X1A",
        new Vehicle("桂A2", seats, "D"),
        new Run.Excursion(route),
        TEN,
        List.of(),
        "C",
        false,
        1);
  }

  private static Rider arriving(String person, @Nullable LocalDateTime time, String place) {
    return new Rider(person, "BJ", "N", 3, true, new Arrival(time, place, "CA1"), "", false);
  }

  private static Rider onBus(String person, boolean attending, boolean absent) {
    var drives = new Arrival(TEN, "self", "");
    return new Rider(person, "BJ", "N", 3, attending, drives, "X1A", absent);
  }

  private static List<Irregularity> of(List<Trip> trips, Rider... riders) {
    return Irregularities.of(trips, List.of(riders), ROUTES);
  }

  @Test
  void who_is_fetched_is_no_exception() {
    assertThat(of(List.of(pickup(5, false)), arriving("p", TEN, "NNG"))).isEmpty();
  }

  @Test
  void who_arrives_when_nobody_fetches_is_an_exception() {
    assertThat(of(List.of(pickup(5, false)), arriving("p", TEN.plusHours(2), "NNG")))
        .containsExactly(new NoMatchingPickup("p", "BJ", "N", "NNG", TEN.plusHours(2), "CA1"));
    assertThat(of(List.of(pickup(5, false)), arriving("p", TEN, "NND")))
        .containsExactly(new NoMatchingPickup("p", "BJ", "N", "NND", TEN, "CA1"));
  }

  @Test
  void a_cancelled_pickup_fetches_nobody() {
    assertThat(of(List.of(pickup(5, true)), arriving("p", TEN, "NNG")))
        .containsExactly(new NoMatchingPickup("p", "BJ", "N", "NNG", TEN, "CA1"));
  }

  @Test
  void a_seat_on_an_excursion_is_no_pickup() {
    var rider = new Rider("p", "BJ", "N", 3, true, new Arrival(TEN, "NND", ""), "X1A", false);

    assertThat(of(List.of(bus(5, "R1")), rider))
        .containsExactly(new NoMatchingPickup("p", "BJ", "N", "NND", TEN, ""));
  }

  @Test
  void an_unknown_arrival_time_or_place_is_an_exception() {
    assertThat(of(List.of(), arriving("p", null, "NNG"), arriving("q", TEN, "")))
        .containsExactly(
            new ArrivalUnknown("p", "BJ", "N", "NNG", null),
            new ArrivalUnknown("q", "BJ", "N", "", TEN));
  }

  @Test
  void who_comes_by_own_means_is_no_exception_even_at_an_unknown_time() {
    assertThat(of(List.of(), arriving("p", null, "self"), arriving("q", TEN, "self"))).isEmpty();
  }

  @Test
  void the_withdrawn_are_no_exception() {
    var withdrawn = new Rider("p", "BJ", "N", 3, false, Arrival.UNKNOWN, "", false);

    assertThat(of(List.of(), withdrawn)).isEmpty();
  }

  @Test
  void a_pickup_over_its_seats_is_an_exception_and_a_full_one_is_not() {
    var two = new Rider[] {arriving("p", TEN, "NNG"), arriving("q", TEN, "NNG")};

    assertThat(of(List.of(pickup(2, false)), two)).isEmpty();
    assertThat(of(List.of(pickup(1, false)), two))
        .containsExactly(new OverSeats("PG10", "桂A1", 1, 2));
  }

  @Test
  void a_bus_over_its_seats_is_an_exception_and_the_absent_and_the_withdrawn_hold_none() {
    var people =
        IntStream.range(0, 3).mapToObj(n -> onBus("p" + n, true, false)).toArray(Rider[]::new);

    assertThat(of(List.of(bus(2, "R1")), people))
        .containsExactly(new OverSeats("X1A", "桂A2", 2, 3));
    assertThat(
            of(
                List.of(bus(1, "R1")),
                onBus("p", true, false),
                onBus("q", true, true),
                onBus("r", false, false)))
        .isEmpty();
  }

  @Test
  void a_bus_of_a_route_that_is_no_more_is_an_exception() {
    assertThat(of(List.of(bus(2, "R7")))).containsExactly(new RouteCancelled("X1A", "R7"));
  }
}
