package org.huiwu.transportdispatch.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.huiwu.platform.manifests.Contribution;
import org.huiwu.transportdispatch.manifest.Rider.Arrival;
import org.huiwu.transportdispatch.trip.Run;
import org.huiwu.transportdispatch.trip.Trip;
import org.huiwu.transportdispatch.trip.Vehicle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// FORMAT.md, "The rules behind the manifests": `trip:<code>`.
class TripLinesTest {
  private static final Vehicle VEHICLE = new Vehicle("桂A1", 45, "D");
  private static final Trip PG09 = pickup("PG09", "NNG", "2026-06-08T09:00", "2026-06-08T11:00");
  private static final Trip PG11 = pickup("PG11", "NNG", "2026-06-08T11:00", "2026-06-08T13:00");
  private static final Trip X1A = bus("X1A");
  private static final Trip X1B = bus("X1B");
  private static final List<Trip> TRIPS = List.of(X1B, PG11, X1A, PG09);

  private static Trip pickup(String code, String from, String begins, String ends) {
    var run = new Run.Pickup(from, LocalDateTime.parse(begins), LocalDateTime.parse(ends));
    return new Trip(code, VEHICLE, run, null, List.of(), "C", false, 1);
  }

  private static Trip bus(String code) {
    return new Trip(
        code,
        VEHICLE,
        new Run.Excursion("R1"),
        LocalDateTime.parse("2026-06-09T14:00"),
        List.of("BJ"),
        "C",
        false,
        1);
  }

  private static Trip cancelled(Trip trip) {
    return new Trip(
        trip.code(),
        trip.vehicle(),
        trip.run(),
        trip.departs(),
        trip.delegations(),
        trip.contact(),
        true,
        trip.version() + 1);
  }

  private static Rider arriving(@Nullable String time, String place, String number) {
    return rider(true, arrival(time, place, number), "", false);
  }

  private static Arrival arrival(@Nullable String time, String place, String number) {
    return new Arrival(time == null ? null : LocalDateTime.parse(time), place, number);
  }

  private static Rider onBus(String bus, boolean absent) {
    return rider(true, Arrival.UNKNOWN, bus, absent);
  }

  private static Rider rider(boolean attending, Arrival arrival, String bus, boolean absent) {
    return new Rider("p1", "BJ", "邹霞", 2, attending, arrival, bus, absent);
  }

  private static List<String> manifests(Rider rider) {
    return TripLines.of(rider, TRIPS).stream().map(Contribution::manifest).toList();
  }

  @Test
  void who_arrives_at_the_place_within_the_window_is_a_line_with_number_and_time() {
    assertThat(TripLines.of(arriving("2026-06-08T10:15", "NNG", "CA1335"), TRIPS))
        .containsExactly(
            Contribution.line(
                "trip:PG09",
                "p1",
                Map.of(
                    "number", "CA1335",
                    "time", "2026-06-08T10:15",
                    "name", "邹霞",
                    "delegation", "BJ")));
  }

  @Test
  void the_window_includes_its_beginning() {
    assertThat(manifests(arriving("2026-06-08T09:00", "NNG", ""))).containsExactly("trip:PG09");
  }

  @Test
  void the_window_excludes_its_end() {
    assertThat(manifests(arriving("2026-06-08T10:59", "NNG", ""))).containsExactly("trip:PG09");
    assertThat(manifests(arriving("2026-06-08T11:00", "NNG", ""))).containsExactly("trip:PG11");
    assertThat(manifests(arriving("2026-06-08T13:00", "NNG", ""))).isEmpty();
  }

  @Test
  void who_arrives_before_the_window_is_no_line() {
    assertThat(manifests(arriving("2026-06-08T08:59", "NNG", ""))).isEmpty();
  }

  @Test
  void who_arrives_at_another_place_is_no_line() {
    assertThat(manifests(arriving("2026-06-08T10:00", "NND", ""))).isEmpty();
  }

  @Test
  void who_comes_by_own_means_is_no_line_even_of_a_trip_from_there() {
    var odd = pickup("PS", "self", "2026-06-08T09:00", "2026-06-08T11:00");

    assertThat(TripLines.of(arriving("2026-06-08T10:00", "self", ""), List.of(odd, PG09)))
        .isEmpty();
  }

  @Test
  void an_unknown_place_is_no_line() {
    assertThat(manifests(arriving("2026-06-08T10:00", "", "CA1335"))).isEmpty();
  }

  @Test
  void an_unknown_time_is_no_line() {
    assertThat(manifests(arriving(null, "NNG", "CA1335"))).isEmpty();
  }

  @Test
  void an_unknown_number_is_an_empty_field() {
    var lines = TripLines.of(arriving("2026-06-08T10:00", "NNG", ""), TRIPS);

    assertThat(lines)
        .singleElement()
        .isInstanceOfSatisfying(
            Contribution.Line.class, line -> assertThat(line.fields()).containsEntry("number", ""));
  }

  @Test
  void the_withdrawn_are_on_no_list() {
    var everywhere = rider(false, arrival("2026-06-08T10:00", "NNG", "CA1"), "X1A", false);

    assertThat(manifests(everywhere)).isEmpty();
  }

  @Test
  void with_windows_that_overlap_there_is_a_line_on_each() {
    var more = pickup("PG10", "NNG", "2026-06-08T10:00", "2026-06-08T12:00");

    assertThat(TripLines.of(arriving("2026-06-08T10:30", "NNG", ""), List.of(more, PG09)))
        .extracting(Contribution::manifest)
        .containsExactly("trip:PG09", "trip:PG10");
  }

  @Test
  void who_is_on_a_bus_is_a_line_with_the_rank_in_protocol() {
    assertThat(TripLines.of(onBus("X1A", false), TRIPS))
        .containsExactly(
            Contribution.line(
                "trip:X1A", "p1", Map.of("rank", "2", "name", "邹霞", "delegation", "BJ")));
  }

  @Test
  void who_is_called_absent_is_not_on_the_list() {
    assertThat(manifests(onBus("X1A", true))).isEmpty();
  }

  @Test
  void who_has_no_bus_is_on_none() {
    assertThat(manifests(onBus("", false))).isEmpty();
  }

  @Test
  void absence_from_the_bus_leaves_the_pickup_as_it_is() {
    var both = rider(true, arrival("2026-06-08T10:00", "NNG", "CA1"), "X1A", true);

    assertThat(manifests(both)).containsExactly("trip:PG09");
  }

  @Test
  void a_pickup_and_a_bus_are_a_line_each() {
    var both = rider(true, arrival("2026-06-08T10:00", "NNG", "CA1"), "X1A", false);

    assertThat(manifests(both)).containsExactly("trip:PG09", "trip:X1A");
  }

  @Test
  void a_code_of_a_pickup_given_as_bus_carries_nobody() {
    assertThat(manifests(onBus("PG09", false))).isEmpty();
  }

  @Test
  void a_cancelled_trip_has_neither_header_nor_lines() {
    var fetched = arriving("2026-06-08T10:00", "NNG", "");

    assertThat(TripLines.of(cancelled(PG09))).isEmpty();
    assertThat(TripLines.of(fetched, List.of(cancelled(PG09)))).isEmpty();
    assertThat(TripLines.of(onBus("X1A", false), List.of(cancelled(X1A)))).isEmpty();
  }

  @Test
  void the_header_of_a_pickup_is_its_plate_alone() {
    assertThat(TripLines.of(PG09))
        .containsExactly(Contribution.header("trip:PG09", Map.of("plate", "桂A1")));
  }

  @Test
  void the_header_of_a_bus_is_its_plate_and_when_it_departs() {
    assertThat(TripLines.of(X1A))
        .containsExactly(
            Contribution.header("trip:X1A", Map.of("plate", "桂A1", "departs", "2026-06-09T14:00")));
  }

  @Test
  void a_departure_that_is_not_settled_is_an_empty_field() {
    var open = new Trip("X9", VEHICLE, new Run.Excursion("R1"), null, List.of(), "", false, 1);

    assertThat(TripLines.of(open))
        .containsExactly(Contribution.header("trip:X9", Map.of("plate", "桂A1", "departs", "")));
  }
}
