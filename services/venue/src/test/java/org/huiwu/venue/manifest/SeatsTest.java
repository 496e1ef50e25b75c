package org.huiwu.venue.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.huiwu.platform.manifests.Contribution;
import org.huiwu.platform.manifests.Contribution.Tally;
import org.huiwu.venue.session.Session;
import org.huiwu.venue.upstream.ConferenceDates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// FORMAT.md, "The rules behind the manifests", as far as sessions go.
class SeatsTest {
  private static final ConferenceDates DATES =
      new ConferenceDates(at("2026-06-09T08:00"), at("2026-06-10T18:00"));
  private static final Attendee DELEGATE = new Attendee("a", "GD", false, true, null, null);

  @Test
  void a_delegate_has_one_seat_in_the_line_of_the_delegation() {
    assertThat(new Seats(DATES, List.of(session("2026-06-09T09:00"))).of(DELEGATE))
        .containsExactly(new Tally("session:OPENING", "GD", "seats", 1));
  }

  @Test
  void who_arrives_when_it_starts_has_a_seat() {
    assertThat(hasSeat("2026-06-09T09:00", times("2026-06-09T09:00", null))).isTrue();
    assertThat(hasSeat("2026-06-09T09:00", times("2026-06-09T09:01", null))).isFalse();
  }

  @Test
  void who_departs_when_it_starts_has_none() {
    assertThat(hasSeat("2026-06-09T09:00", times(null, "2026-06-09T09:00"))).isFalse();
    assertThat(hasSeat("2026-06-09T09:00", times(null, "2026-06-09T09:01"))).isTrue();
  }

  @Test
  void an_unknown_arrival_is_the_start_of_the_conference() {
    assertThat(hasSeat("2026-06-09T07:59", DELEGATE)).isFalse();
    assertThat(hasSeat("2026-06-09T08:00", DELEGATE)).isTrue();
  }

  @Test
  void an_unknown_departure_is_the_end_of_the_conference() {
    assertThat(hasSeat("2026-06-10T17:59", DELEGATE)).isTrue();
    assertThat(hasSeat("2026-06-10T18:00", DELEGATE)).isFalse();
  }

  @Test
  void a_known_time_outside_the_conference_counts_as_it_is() {
    var early = times("2026-06-08T18:00", "2026-06-11T12:00");
    assertThat(hasSeat("2026-06-08T20:00", early)).isTrue();
    assertThat(hasSeat("2026-06-11T09:00", early)).isTrue();
  }

  @Test
  void companions_have_no_seat() {
    var companion = new Attendee("b", "GD", true, true, null, null);
    assertThat(hasSeat("2026-06-09T09:00", companion)).isFalse();
  }

  @Test
  void the_withdrawn_have_no_seat() {
    var withdrawn = new Attendee("c", "GD", false, false, null, null);
    assertThat(hasSeat("2026-06-09T09:00", withdrawn)).isFalse();
  }

  @Test
  void the_header_has_hall_and_start() {
    assertThat(Seats.header(session("2026-06-09T09:00")))
        .containsExactly(
            Contribution.header(
                "session:OPENING", Map.of("hall", "HALL-1", "starts", "2026-06-09T09:00")));
  }

  @Test
  void a_cancelled_session_has_neither_header_nor_seats() {
    var cancelled = new Session("OPENING", "开幕式", "HALL-1", at("2026-06-09T09:00"), "", true, 2);
    assertThat(Seats.header(cancelled)).isEmpty();
    assertThat(new Seats(DATES, List.of(cancelled)).of(DELEGATE)).isEmpty();
  }

  private static boolean hasSeat(String starts, Attendee attendee) {
    return !new Seats(DATES, List.of(session(starts))).of(attendee).isEmpty();
  }

  private static Session session(String starts) {
    return new Session("OPENING", "开幕式", "HALL-1", at(starts), "", false, 1);
  }

  private static Attendee times(@Nullable String arrival, @Nullable String departure) {
    return new Attendee(
        "a",
        "GD",
        false,
        true,
        arrival == null ? null : at(arrival),
        departure == null ? null : at(departure));
  }

  private static LocalDateTime at(String time) {
    return LocalDateTime.parse(time);
  }
}
