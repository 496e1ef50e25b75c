package org.huiwu.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  private static LocalDateTime sendAt(String wanted, @Nullable String thing, boolean urgent) {
    return QuietHours.sendAt(
        LocalDateTime.parse(wanted), thing == null ? null : LocalDateTime.parse(thing), urgent);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-09T21:59, 2026-06-09T21:59",
    "2026-06-09T22:00, 2026-06-10T07:00",
    "2026-06-09T23:59, 2026-06-10T07:00",
    "2026-06-10T00:00, 2026-06-10T07:00",
    "2026-06-10T06:59, 2026-06-10T07:00",
    "2026-06-10T07:00, 2026-06-10T07:00"
  })
  void at_night_a_reminder_waits_for_the_morning(String wanted, LocalDateTime sent) {
    assertThat(sendAt(wanted, null, false)).isEqualTo(sent);
  }

  @Test
  void what_is_before_the_morning_cannot_wait_for_it() {
    assertThat(sendAt("2026-06-10T05:30", "2026-06-10T06:30", false)).isEqualTo("2026-06-10T05:30");
    assertThat(sendAt("2026-06-10T06:00", "2026-06-10T07:00", false)).isEqualTo("2026-06-10T06:00");
    assertThat(sendAt("2026-06-10T06:30", "2026-06-10T07:30", false)).isEqualTo("2026-06-10T07:00");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-10T06:01, 2026-06-10T07:01, 2026-06-10T06:01",
    "2026-06-10T06:05, 2026-06-10T07:05, 2026-06-10T06:05",
    "2026-06-10T06:29, 2026-06-10T07:29, 2026-06-10T06:29",
    "2026-06-10T06:30, 2026-06-10T07:30, 2026-06-10T07:00",
    "2026-06-10T06:55, 2026-06-10T07:15, 2026-06-10T06:55",
    "2026-06-09T23:00, 2026-06-10T07:20, 2026-06-09T23:00"
  })
  void what_waits_for_the_morning_still_comes_half_an_hour_before(
      String wanted, String thing, LocalDateTime sent) {
    assertThat(sendAt(wanted, thing, false)).isEqualTo(sent);
  }

  @Test
  void what_is_urgent_does_not_wait() {
    assertThat(sendAt("2026-06-10T02:00", null, true)).isEqualTo("2026-06-10T02:00");
  }
}
