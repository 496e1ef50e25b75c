package org.huiwu.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.contact.Contact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuietTimeTest {
  private static Contact working(@Nullable String from, @Nullable String to) {
    return new Contact(
        "K",
        "kitchen",
        "灶",
        "138",
        "",
        null,
        null,
        from == null ? null : LocalTime.parse(from),
        to == null ? null : LocalTime.parse(to),
        null,
        null);
  }

  private static Duration untilWork(Contact contact, String now, @Nullable String due) {
    return QuietTime.untilWork(
        contact, LocalDateTime.parse(now), due == null ? null : LocalDateTime.parse(due));
  }

  @Test
  void each_channel_has_its_own_quiet_time_and_the_page_none() {
    assertThat(QuietTime.of(ChannelKind.PAGE, null)).isZero();
    assertThat(QuietTime.of(ChannelKind.SMS, null)).isEqualTo(Duration.ofMinutes(1));
    assertThat(QuietTime.of(ChannelKind.EMAIL, null)).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void it_shortens_as_the_departure_comes_near() {
    assertThat(QuietTime.of(ChannelKind.SMS, Duration.ofHours(2))).isEqualTo(Duration.ofMinutes(1));
    assertThat(QuietTime.of(ChannelKind.SMS, Duration.ofMinutes(10)))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(QuietTime.of(ChannelKind.SMS, Duration.ofMinutes(2)))
        .isEqualTo(Duration.ofSeconds(6));
    assertThat(QuietTime.of(ChannelKind.SMS, Duration.ofMinutes(-1))).isZero();
  }

  @Test
  void a_deadline_long_past_presses_nobody() {
    assertThat(QuietTime.of(ChannelKind.SMS, Duration.ofDays(-150)))
        .isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void who_does_not_work_now_is_told_when_they_begin() {
    var kitchen = working("06:00", "20:00");
    assertThat(untilWork(kitchen, "2026-06-08T23:00", "2026-06-10T09:00"))
        .isEqualTo(Duration.ofHours(7));
    assertThat(untilWork(kitchen, "2026-06-08T05:30", null)).isEqualTo(Duration.ofMinutes(30));
    assertThat(untilWork(kitchen, "2026-06-08T12:00", null)).isZero();
    assertThat(untilWork(working(null, null), "2026-06-08T03:00", null)).isZero();
  }

  @Test
  void what_cannot_wait_is_told_at_night() {
    assertThat(untilWork(working("06:00", "20:00"), "2026-06-08T23:00", "2026-06-09T07:30"))
        .isZero();
  }

  @Test
  void a_shift_may_pass_midnight() {
    var night = working("22:00", "06:00");
    assertThat(untilWork(night, "2026-06-08T01:00", null)).isZero();
    assertThat(untilWork(night, "2026-06-08T23:30", null)).isZero();
    assertThat(untilWork(night, "2026-06-08T12:00", null)).isEqualTo(Duration.ofHours(10));
  }
}
