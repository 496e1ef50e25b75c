package org.huiwu.notification.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.huiwu.notification.upstream.ManifestFacts;
import org.junit.jupiter.api.Test;

/// Which sites a bus waits for.
class RouteTest {
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

  private static List<String> ahead(String at) {
    return TWO_DAYS.ahead(LocalDateTime.parse(at), LocalDateTime.parse("2026-06-09T14:00")).stream()
        .map(a -> a.stop().code() + (a.required() ? "!" : ""))
        .toList();
  }

  @Test
  void it_waits_for_the_sites_of_the_day_and_knows_those_of_the_next() {
    assertThat(ahead("2026-06-09T13:50")).containsExactly("S1!", "S2!", "S3");
    assertThat(ahead("2026-06-09T17:00")).containsExactly("S2!", "S3");
  }

  @Test
  void on_the_last_evening_it_waits_for_the_next_one_at_least() {
    assertThat(ahead("2026-06-09T20:00")).containsExactly("S3!");
    assertThat(ahead("2026-06-10T08:00")).containsExactly("S3!");
  }

  @Test
  void a_phone_whose_clock_is_wrong_opens_no_gate() {
    assertThat(ahead("2099-01-01T00:00")).containsExactly("S1!", "S2!", "S3");
  }

  @Test
  void a_route_without_stops_waits_for_none() {
    var none = new Route(List.of());
    assertThat(none.ahead(LocalDateTime.parse("2026-06-09T13:50"), null)).isEmpty();
  }
}
