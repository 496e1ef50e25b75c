package org.huiwu.notification.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.huiwu.notification.reminder.ReminderTimes.Due;
import org.huiwu.notification.rounds.RoundClock;
import org.huiwu.platform.messaging.ChangeLog;
import org.springframework.stereotype.Component;

/// Looks for reminders whose time has come. What is wrong with one reminder or conference keeps no
/// other waiting: it is put off a little.
@Component
public class ReminderClock extends RoundClock {
  private static final Duration PERIOD = Duration.ofMillis(500);
  private static final int OCCASIONS_AT_ONCE = 20;

  /// Few enough that changes of the conference do not wait for it.
  private static final int PEOPLE_AT_ONCE = 100;

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final ReminderTimes times;
  private final RemindedPeople reminded;
  private final ReminderSchedule schedule;
  private final ReminderSending sending;
  private final Clock clock;

  ReminderClock(
      ReminderTimes times,
      RemindedPeople reminded,
      ReminderSchedule schedule,
      ReminderSending sending,
      ChangeLog changes,
      Clock clock) {
    super("reminder-clock", PERIOD, changes);
    this.times = times;
    this.reminded = reminded;
    this.schedule = schedule;
    this.sending = sending;
    this.clock = clock;
  }

  @Override
  protected void round() {
    tried(
        "looking at reminders",
        () -> times.due(clock.instant(), OCCASIONS_AT_ONCE).forEach(this::see));
    tried("reminding", () -> reminded.withDue(clock.instant()).forEach(this::send));
  }

  private void see(Due due) {
    if (!locked(due.conference(), () -> schedule.see(due))) {
      tried("putting a reminder off", () -> times.putOff(due, later()));
    }
  }

  private void send(UUID conference) {
    if (locked(conference, () -> sending.sendSome(conference, PEOPLE_AT_ONCE))) {
      return;
    }
    tried(
        "reminding one by one",
        () ->
            reminded
                .due(conference, clock.instant(), PEOPLE_AT_ONCE)
                .forEach(one -> {
                  if (!locked(conference, () -> sending.sendOne(conference, one))) {
                    tried("putting a person off", () -> reminded.putOff(one, later()));
                  }
                }));
  }

  private Instant later() {
    return clock.instant().plus(PAUSE);
  }
}
