package org.huiwu.notification.reminder;

import java.time.LocalDateTime;
import java.util.Optional;
import org.huiwu.notification.personal.DelegateChoices.Choice;
import org.huiwu.notification.personal.PersonalLines.Line;
import org.huiwu.notification.reminder.RemindedPeople.Waiting;
import org.huiwu.notification.reminder.ReminderWords.Knowledge;
import org.jspecify.annotations.Nullable;

/// Whether somebody is reminded at this moment: asked when their letter is planned, and again when
/// a letter goes out that had to wait.
sealed interface ReminderVerdict {
  /// @param reminder the one to say
  record Now(Reminder reminder) implements ReminderVerdict {}

  /// @param reason as in [ReminderView]
  record Never(String reason) implements ReminderVerdict {}

  /// It is night.
  ///
  /// @param morning local
  record Later(LocalDateTime morning) implements ReminderVerdict {}

  /// @param reminder null: it is not known
  /// @param now local
  static ReminderVerdict of(
      @Nullable Reminder reminder, Waiting one, Choice choice, Knowledge known, LocalDateTime now) {
    if (reminder == null || reminder.cancelledAt() != null) {
      return new Never("cancelled");
    }
    var delegate = known.delegate(one.person());
    if (delegate.isEmpty() || !delegate.get().attending()) {
      return new Never("withdrawn");
    }
    if (!choice.messages()) {
      return new Never("opted-out");
    }
    if (!delegate.get().reachable() && !delegate.get().mailed()) {
      return new Never("no-number");
    }
    return reminder.kind() == ReminderKind.FREE
        ? at(null, reminder, now)
        : ofThing(reminder, one, known, now);
  }

  private static ReminderVerdict ofThing(
      Reminder reminder, Waiting one, Knowledge known, LocalDateTime now) {
    var session = reminder.kind() == ReminderKind.SESSION_STARTS;
    Optional<Line> thing =
        session ? known.session(one.person(), one.about()) : known.bus(one.person(), one.about());
    if (thing.isEmpty()) {
      return new Never("no-longer");
    }
    if (reminder.kind() == ReminderKind.BUS_CHANGED && thing.get().code().equals(one.was())) {
      return new Never("unchanged");
    }
    var begins = thing.get().headerTime(session ? "starts" : "departs");
    return begins != null && !begins.isAfter(now) ? new Never("over") : at(begins, reminder, now);
  }

  private static ReminderVerdict at(
      @Nullable LocalDateTime thing, Reminder reminder, LocalDateTime now) {
    var sendAt = QuietHours.sendAt(now, thing, reminder.urgent());
    return sendAt.isAfter(now) ? new Later(sendAt) : new Now(reminder);
  }
}
