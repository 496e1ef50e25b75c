package org.huiwu.notification.letter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.contact.Contact;
import org.huiwu.notification.standing.ManifestDeadlines.Due;
import org.jspecify.annotations.Nullable;

/// How long a letter waits for what may still come, so that fifty revisions in a minute are one
/// message. Short for what interrupts nobody, and shorter as the deadline comes near, but never
/// nothing: after it, too, fifty revisions in a minute are a few letters. Who does not work now is
/// told when they begin, unless it cannot wait that long.
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
    var part = left.dividedBy(PART_OF_WHAT_IS_LEFT);
    var least = least(channel);
    if (part.compareTo(least) < 0) {
      return least;
    }
    return part.compareTo(base) < 0 ? part : base;
  }

  /// How long a letter waits that tells of several things: as long as the most urgent of them may.
  ///
  /// @param quiet false: only until its recipient may be disturbed
  /// @param now at the conference
  /// @param due of each thing
  static Duration ofLetter(
      Contact contact,
      ChannelKind channel,
      boolean quiet,
      Instant now,
      ZoneId zone,
      Collection<@Nullable Due> due) {
    var local = LocalDateTime.ofInstant(now, zone);
    return due.stream()
        .map(d -> ofThing(contact, channel, quiet, now, local, d))
        .min(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private static Duration ofThing(
      Contact contact,
      ChannelKind channel,
      boolean quiet,
      Instant now,
      LocalDateTime local,
      @Nullable Due due) {
    var instant = due == null ? null : due.instant();
    var wait =
        quiet
            ? of(channel, instant == null ? null : Duration.between(now, instant))
            : Duration.ZERO;
    return wait.plus(untilWork(contact, local.plus(wait), due == null ? null : due.local()));
  }

  /// However near the deadline is: what is said in the same breath is one letter.
  private static Duration least(ChannelKind channel) {
    return switch (channel) {
      case PAGE, CALL -> Duration.ZERO;
      case WEBHOOK -> Duration.ofSeconds(10);
      case SMS -> Duration.ofSeconds(15);
      case EMAIL -> Duration.ofMinutes(1);
    };
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
