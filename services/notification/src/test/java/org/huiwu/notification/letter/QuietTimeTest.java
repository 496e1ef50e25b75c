package org.huiwu.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.contact.Contact;
import org.huiwu.notification.standing.ManifestDeadlines.Due;
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
  }

  @Test
  void near_the_deadline_and_after_it_fifty_revisions_are_still_no_fifty_letters() {
    for (var left : List.of(Duration.ofMinutes(2), Duration.ZERO, Duration.ofHours(-11))) {
      assertThat(QuietTime.of(ChannelKind.SMS, left)).isEqualTo(Duration.ofSeconds(15));
      assertThat(QuietTime.of(ChannelKind.EMAIL, left)).isEqualTo(Duration.ofMinutes(1));
      assertThat(QuietTime.of(ChannelKind.WEBHOOK, left)).isEqualTo(Duration.ofSeconds(10));
      assertThat(QuietTime.of(ChannelKind.PAGE, left)).isZero();
    }
  }

  private static Due due(String local) {
    var at = LocalDateTime.parse(local);
    return new Due(at, at.toInstant(ZoneOffset.UTC));
  }

  private static Duration ofLetter(Contact contact, String now, @Nullable Due... due) {
    return QuietTime.ofLetter(
        contact,
        ChannelKind.SMS,
        true,
        LocalDateTime.parse(now).toInstant(ZoneOffset.UTC),
        ZoneOffset.UTC,
        Arrays.asList(due));
  }

  @Test
  void a_deadline_long_past_does_not_hide_the_one_that_presses() {
    var kitchen = working("06:00", "20:00");
    var lunchOfYesterday = due("2026-06-08T09:00");
    var breakfast = due("2026-06-09T04:00");
    assertThat(ofLetter(kitchen, "2026-06-09T03:00", lunchOfYesterday, breakfast))
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(ofLetter(kitchen, "2026-06-09T03:00", lunchOfYesterday))
        .isEqualTo(Duration.ofHours(3));
    assertThat(ofLetter(kitchen, "2026-06-09T03:00", lunchOfYesterday, null))
        .isEqualTo(Duration.ofHours(3));
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
