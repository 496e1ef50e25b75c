package org.huiwu.notification.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The steps that are taken, one after another, until a recipient acknowledges. It runs against the
/// deadline: what is told with days to spare disturbs nobody at night; what is told when the bus is
/// about to leave goes from step to step within minutes, so that somebody is called while it still
/// helps. After the last step it only reminds, until the deadline is long past.
///
/// All times are the conference's own.
///
/// @param again how long after the last step the duty room is reminded of its call
public record Ladder(List<Rung> steps, Duration again) {
  /// Of what is left until the deadline, a step waits at most this part when it is late already:
  /// four steps are taken in about half of it.
  private static final int PART_OF_WHAT_IS_LEFT = 6;

  /// Time to read a message and answer it.
  private static final Duration TIME_TO_ANSWER = Duration.ofMinutes(1);

  private static final Duration SHORTEST_REMINDER = Duration.ofMinutes(2);
  private static final Duration UNHURRIED_REMINDER = Duration.ofHours(1);

  /// A deadline that is longer ago than this presses nobody any more, nor does one farther ahead.
  private static final Duration FAR = Duration.ofHours(12);

  public Ladder {
    steps = List.copyOf(steps);
  }

  /// How many steps there are.
  public int length() {
    return steps.size();
  }

  /// When the next step is taken.
  ///
  /// @param taken how many were taken; all of them: the reminder after the last
  /// @param since when the debt began, or the last of them was taken
  /// @param due the deadline; null: there is none
  /// @param hours when the recipient may be disturbed, if that is soon enough
  /// @param over when the conference ends, which counts where there is no deadline; null: that is
  ///   not known
  /// @return null when the duty room has been called and the deadline is long past: there is
  ///   nothing more to be done
  public @Nullable Instant next(
      int taken, Instant since, @Nullable Instant due, @Nullable Instant over, Hours hours) {
    var presses = due != null && due.plus(FAR).isAfter(since) ? due : null;
    if (taken < steps.size()) {
      return step(steps.get(taken), since, presses, hours);
    }
    if (due != null) {
      return presses == null ? null : reminder(since, presses, hours);
    }
    var reminder = reminder(since, null, hours);
    return over != null && reminder.isAfter(over.plus(FAR)) ? null : reminder;
  }

  private static Instant step(Rung rung, Instant since, @Nullable Instant due, Hours hours) {
    var spared = hours.next(hours.next(since).plus(rung.after()));
    if (due == null) {
      return spared;
    }
    var latest = due.minus(rung.before());
    if (!spared.isAfter(latest)) {
      return spared;
    }
    var planned = since.plus(rung.after());
    if (!planned.isAfter(latest)) {
      return planned;
    }
    var soonest = since.plus(shortened(rung.after(), since, due, TIME_TO_ANSWER));
    return latest.isAfter(soonest) ? latest : soonest;
  }

  private Instant reminder(Instant since, @Nullable Instant due, Hours hours) {
    if (due == null || due.minus(FAR).isAfter(since)) {
      return hours.next(since.plus(longer(again, UNHURRIED_REMINDER)));
    }
    return since.plus(due.isAfter(since) ? shortened(again, since, due, SHORTEST_REMINDER) : again);
  }

  /// A part of what is left, between `least` and `wait`.
  private static Duration shortened(Duration wait, Instant since, Instant due, Duration least) {
    var part = longer(Duration.between(since, due).dividedBy(PART_OF_WHAT_IS_LEFT), least);
    return part.compareTo(wait) < 0 ? part : wait;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? b : a;
  }
}
