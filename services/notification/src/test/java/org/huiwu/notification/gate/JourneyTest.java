package org.huiwu.notification.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.huiwu.notification.upstream.ManifestFacts;
import org.junit.jupiter.api.Test;

/// Which sites a bus waits for, and whether it has left.
class JourneyTest {
  private static final Route TWO_DAYS =
      new Route(
          List.of(
              stop("S3", "2026-06-10T09:30", false),
              stop("S1", "2026-06-09T16:30", false),
              stop("S2", "2026-06-09T18:30", false),
              stop("S9", "2026-06-09T17:30", true)));

  private static ManifestFacts stop(String code, String arrives, boolean cancelled) {
    return new ManifestFacts(
        "site:" + code,
        "site",
        code,
        null,
        LocalDateTime.parse(arrives),
        "R1",
        null,
        null,
        cancelled);
  }

  private static Journey journey(String... left) {
    return new Journey(
        TWO_DAYS,
        LocalDateTime.parse("2026-06-09T14:00"),
        Arrays.stream(left).map(LocalDateTime::parse).toList());
  }

  /// @param left when it was seen to leave
  private static List<String> ahead(String at, String... left) {
    return journey(left).ahead(LocalDateTime.parse(at)).stream()
        .map(a -> a.stop().code() + (a.required() ? "!" : ""))
        .toList();
  }

  private static Optional<String> leftWith(String calledAt, String... left) {
    return journey(left).leftWith(LocalDateTime.parse(calledAt)).map(LocalDateTime::toString);
  }

  @Test
  void it_waits_for_the_sites_of_the_day_and_knows_those_of_the_next() {
    assertThat(ahead("2026-06-09T13:50")).containsExactly("S1!", "S2!", "S3");
    assertThat(ahead("2026-06-09T17:00", "2026-06-09T14:02")).containsExactly("S2!", "S3");
  }

  @Test
  void a_bus_that_has_not_left_yet_has_all_before_it_however_late_it_is() {
    assertThat(ahead("2026-06-09T16:40")).containsExactly("S1!", "S2!", "S3");
    assertThat(ahead("2026-06-09T20:00", "2026-06-08T14:00")).containsExactly("S1!", "S2!", "S3");
    assertThat(ahead("2026-06-10T09:40")).containsExactly("S3!");
  }

  @Test
  void a_bus_that_left_late_arrives_late() {
    assertThat(ahead("2026-06-09T16:45", "2026-06-09T16:35")).containsExactly("S1!", "S2!", "S3");
    assertThat(ahead("2026-06-09T19:10", "2026-06-09T16:35")).containsExactly("S2!", "S3");
  }

  @Test
  void on_the_last_evening_it_waits_for_the_next_one_at_least() {
    assertThat(ahead("2026-06-09T20:00", "2026-06-09T14:02")).containsExactly("S3!");
    assertThat(ahead("2026-06-10T08:00")).containsExactly("S3!");
  }

  @Test
  void a_phone_whose_clock_is_wrong_opens_no_gate() {
    assertThat(ahead("2099-01-01T00:00")).containsExactly("S1!", "S2!", "S3");
  }

  @Test
  void a_route_without_stops_waits_for_none() {
    var none = new Journey(new Route(List.of()), null, List.of());
    assertThat(none.ahead(LocalDateTime.parse("2026-06-09T13:50"))).isEmpty();
  }

  @Test
  void it_leaves_with_those_who_were_called_before_or_are_counted_on_the_way() {
    assertThat(leftWith("2026-06-09T13:50")).isEmpty();
    assertThat(leftWith("2026-06-09T13:50", "2026-06-09T14:05", "2026-06-09T14:02"))
        .contains("2026-06-09T14:02");
    assertThat(leftWith("2026-06-09T14:06", "2026-06-09T14:02")).contains("2026-06-09T14:02");
    assertThat(leftWith("2026-06-09T16:45", "2026-06-09T16:25"))
        .as("it left late and is not there yet")
        .contains("2026-06-09T16:25");
  }

  @Test
  void a_departure_before_a_stop_is_none_of_those_who_are_called_after_it() {
    assertThat(leftWith("2026-06-09T16:50", "2026-06-09T14:02")).isEmpty();
    assertThat(leftWith("2026-06-10T08:00", "2026-06-09T14:02", "2026-06-09T17:10")).isEmpty();
  }

  @Test
  void a_roll_call_holds_for_its_day_and_for_a_night_on_the_road() {
    var called = LocalDateTime.parse("2026-06-09T13:50");
    assertThat(journey().holds(called, LocalDateTime.parse("2026-06-09T19:00"))).isTrue();
    assertThat(journey().holds(called, LocalDateTime.parse("2026-06-10T08:00"))).isFalse();
    assertThat(
            journey()
                .holds(
                    LocalDateTime.parse("2026-06-09T23:50"),
                    LocalDateTime.parse("2026-06-10T00:10")))
        .isTrue();
  }
}
