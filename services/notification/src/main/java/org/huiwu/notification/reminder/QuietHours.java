package org.huiwu.notification.reminder;

import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// At night nobody is reminded of what can wait until the morning. Times are local to the
/// conference.
final class QuietHours {
  private static final LocalTime FROM = LocalTime.of(22, 0);
  private static final LocalTime TO = LocalTime.of(7, 0);

  private QuietHours() {}

  /// @param wanted when it would be sent in the day
  /// @param thing when what it reminds of is; null: at no time
  /// @return `wanted`, or the morning when that is soon enough
  static LocalDateTime sendAt(LocalDateTime wanted, @Nullable LocalDateTime thing, boolean urgent) {
    var time = wanted.toLocalTime();
    if (urgent || !time.isBefore(TO) && time.isBefore(FROM)) {
      return wanted;
    }
    var morning =
        time.isBefore(TO)
            ? wanted.toLocalDate().atTime(TO)
            : wanted.toLocalDate().plusDays(1).atTime(TO);
    return thing != null && !thing.isAfter(morning) ? wanted : morning;
  }
}
