package org.huiwu.notification.letter;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.contact.Contact;
import org.jspecify.annotations.Nullable;

/// How long a letter waits for what may still come, so that fifty revisions in a minute are one
/// message. Short for what interrupts nobody, and shorter as the deadline comes near; who does not
/// work now is told when they begin, unless it cannot wait that long.
public final class QuietTime {
  /// Of the time that is left, a letter waits at most this part.
  private static final int PART_OF_WHAT_IS_LEFT = 20;

  /// A deadline that is longer ago than this presses nobody any more.
  private static final Duration LONG_PAST = Duration.ofHours(12);

  /// Who begins to work less than this before the deadline is told at once.
  private static final Duration TIME_TO_ACT = Duration.ofHours(3);

  private QuietTime() {}

  /// @param left until the deadline, negative when it is past; null: there is none
  public static Duration of(ChannelKind channel, @Nullable Duration left) {
    var base = base(channel);
    if (left == null || left.compareTo(LONG_PAST.negated()) < 0) {
      return base;
    }
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    var part = left.dividedBy(PART_OF_WHAT_IS_LEFT);
    return part.compareTo(base) < 0 ? part : base;
  }

  private static Duration base(ChannelKind channel) {
    return switch (channel) {
      case PAGE, CALL -> Duration.ZERO;
      case WEBHOOK -> Duration.ofSeconds(30);
      case SMS -> Duration.ofMinutes(1);
      case EMAIL -> Duration.ofMinutes(5);
    };
  }

  /// How long until a contact may be disturbed.
  ///
  /// @param now local to the conference
  /// @param due local to the conference; null: there is no deadline
  public static Duration untilWork(
      Contact contact, LocalDateTime now, @Nullable LocalDateTime due) {
    var from = contact.worksFrom();
    var to = contact.worksTo();
    if (from == null || to == null || works(now.toLocalTime(), from, to)) {
      return Duration.ZERO;
    }
    var begins = now.toLocalDate().atTime(from);
    if (!begins.isAfter(now)) {
      begins = begins.plusDays(1);
    }
    var presses =
        due != null && due.isAfter(now.minus(LONG_PAST)) && due.isBefore(begins.plus(TIME_TO_ACT));
    return presses ? Duration.ZERO : Duration.between(now, begins);
  }

  /// A shift may pass midnight.
  private static boolean works(LocalTime now, LocalTime from, LocalTime to) {
    return from.isBefore(to)
        ? !now.isBefore(from) && now.isBefore(to)
        : !now.isBefore(from) || now.isBefore(to);
  }
}
