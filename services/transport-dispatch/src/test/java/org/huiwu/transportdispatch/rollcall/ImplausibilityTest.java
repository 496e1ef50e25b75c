package org.huiwu.transportdispatch.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.huiwu.transportdispatch.upstream.KnownConference;
import org.junit.jupiter.api.Test;

/// Which times of roll-calls go to the conflict list.
class ImplausibilityTest {
  /// 13:50 in Nanning.
  private static final Instant NOW = Instant.parse("2026-06-09T05:50:00Z");

  private static KnownConference conference(boolean rehearsal) {
    return new KnownConference(
        ZoneId.of("Asia/Shanghai"), LocalDateTime.parse("2026-06-08T08:00"), rehearsal);
  }

  private static String judged(String happenedAt, boolean rehearsal) {
    return Implausibility.of(LocalDateTime.parse(happenedAt), NOW, conference(rehearsal))
        .map(Implausibility::code)
        .orElse("plausible");
  }

  @Test
  void what_happened_just_now_or_hours_ago_is_plausible() {
    assertThat(judged("2026-06-09T13:50", false)).isEqualTo("plausible");
    assertThat(judged("2026-06-08T09:00", false)).isEqualTo("plausible");
  }

  @Test
  void a_phone_may_be_ten_minutes_fast_in_the_conferences_time_zone() {
    assertThat(judged("2026-06-09T14:00", false)).isEqualTo("plausible");
    assertThat(judged("2026-06-09T14:01", false)).isEqualTo("in-the-future");
  }

  @Test
  void a_day_before_the_conference_is_plausible_and_earlier_is_not() {
    assertThat(judged("2026-06-07T08:00", false)).isEqualTo("plausible");
    assertThat(judged("2026-06-07T07:59", false)).isEqualTo("before-the-conference");
  }

  @Test
  void in_a_rehearsal_our_clock_says_nothing() {
    assertThat(judged("2026-06-10T20:00", true)).isEqualTo("plausible");
  }

  @Test
  void in_a_rehearsal_too_nothing_happens_days_before_the_conference() {
    assertThat(judged("2026-06-01T20:00", true)).isEqualTo("before-the-conference");
  }
}
