package org.huiwu.notification.reminder;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// At night nobody is reminded of what can wait until the morning. Times are local to the
/// conference.
final class QuietHours {
  /// Who is told in the morning of what is sooner after it might be on their way already, or
  /// asleep.
  private static final Duration SOON_ENOUGH = Duration.ofMinutes(30);

  private static final LocalTime FROM = LocalTime.of(22, 0);
  private static final LocalTime TO = LocalTime.of(7, 0);

  private QuietHours() {}

  /// @param wanted when it would be sent in the day
  /// @param thing when what it reminds of is; null: at no time
  /// @return `wanted`, or the morning when that leaves half an hour
  static LocalDateTime sendAt(LocalDateTime wanted, @Nullable LocalDateTime thing, boolean urgent) {
    var time = wanted.toLocalTime();
    if (urgent || !time.isBefore(TO) && time.isBefore(FROM)) {
      return wanted;
    }
    var morning =
        time.isBefore(TO)
            ? wanted.toLocalDate().atTime(TO)
            : wanted.toLocalDate().plusDays(1).atTime(TO);
    return thing != null && thing.isBefore(morning.plus(SOON_ENOUGH)) ? wanted : morning;
  }
}
