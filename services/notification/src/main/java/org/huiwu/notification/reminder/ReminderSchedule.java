package org.huiwu.notification.reminder;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiwu.notification.conference.ClockListener;
import org.huiwu.notification.reminder.ReminderOccasions.Occasion;
import org.huiwu.notification.reminder.ReminderPeople.Selected;
import org.huiwu.notification.reminder.ReminderTimes.Due;
import org.springframework.stereotype.Component;

/// When each reminder's time comes, reckoned in the conference's time and kept as an instant of the
/// platform's clock: reckoned anew when what it is about moves, and when a rehearsal's clock is
/// set. Inside transactions under the conference's lock.
@Component
class ReminderSchedule implements ClockListener {
  private static final String ONCE = "";

  private final Reminders reminders;
  private final ReminderTimes times;
  private final RemindedPeople reminded;
  private final ReminderPeople people;
  private final ReminderOccasions occasions;
  private final Clock clock;

  ReminderSchedule(
      Reminders reminders,
      ReminderTimes times,
      RemindedPeople reminded,
      ReminderPeople people,
      ReminderOccasions occasions,
      Clock clock) {
    this.reminders = reminders;
    this.times = times;
    this.reminded = reminded;
    this.people = people;
    this.occasions = occasions;
    this.clock = clock;
  }

  void keep(Reminder reminder, List<Occasion> when) {
    when.forEach(
        o -> times.keep(reminder, o.about(), occasions.instant(reminder.conference(), o.sendAt())));
  }

  /// These have moved, or are cancelled.
  void follow(Reminder reminder, List<String> moved) {
    var when = occasions.of(reminder, moved);
    keep(reminder, when);
    Set<String> gone = new HashSet<>(moved);
    when.forEach(o -> gone.remove(o.about()));
    times.over(reminder, gone);
    reminded.lookAgain(reminder, moved, clock.instant());
  }

  /// What was sent before the clock was set is not sent again after it was set back.
  @Override
  public void on(UUID conference) {
    for (var reminder : reminders.active(conference)) {
      var when = occasions.of(reminder);
      keep(reminder, when);
      times.overExcept(reminder, when.stream().map(Occasion::about).toList());
    }
    reminded.lookAgain(conference, clock.instant());
  }

  /// It is time: who is it for? Of several sessions each is told; of a bus, of which somebody is on
  /// one only, once.
  void see(Due due) {
    var reminder = reminders.find(due.conference(), due.reminder());
    if (reminder.isEmpty() || !times.claim(due, clock.instant())) {
      return;
    }
    var selected =
        people.of(
            due.conference(),
            reminder.get().selection(),
            due.about().isEmpty() ? null : due.about());
    reminded.remind(
        reminder.get(),
        reminder.get().kind() == ReminderKind.SESSION_STARTS ? due.about() : ONCE,
        due.about(),
        selected.stream().map(Selected::person).toList(),
        clock.instant());
  }
}
