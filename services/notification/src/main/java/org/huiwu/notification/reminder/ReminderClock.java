package org.huiwu.notification.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.huiwu.notification.reminder.ReminderTimes.Due;
import org.huiwu.platform.messaging.ChangeLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks for reminders whose time has come. Every instance has one; what one of them does under the
/// conference's lock the others find done.
@Component
public class ReminderClock implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ReminderClock.class);
  private static final long PERIOD_MILLIS = 500;
  private static final int OCCASIONS_AT_ONCE = 20;

  /// Few enough that changes of the conference do not wait for it.
  private static final int PEOPLE_AT_ONCE = 100;

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final ReminderTimes times;
  private final RemindedPeople reminded;
  private final ReminderSchedule schedule;
  private final ReminderSending sending;
  private final ChangeLog changes;
  private final Clock clock;
  private @Nullable ScheduledExecutorService timer;

  ReminderClock(
      ReminderTimes times,
      RemindedPeople reminded,
      ReminderSchedule schedule,
      ReminderSending sending,
      ChangeLog changes,
      Clock clock) {
    this.times = times;
    this.reminded = reminded;
    this.schedule = schedule;
    this.sending = sending;
    this.changes = changes;
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    var started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("reminder-clock").factory());
    started.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    timer = started;
  }

  @Override
  public synchronized void stop() {
    if (timer != null) {
      timer.shutdownNow();
      timer = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return timer != null;
  }

  /// One look, as the timer takes it. What is wrong with one reminder or conference keeps no other
  /// waiting: it is put off a little.
  public void look() {
    tried(() -> times.due(clock.instant(), OCCASIONS_AT_ONCE).forEach(this::see));
    tried(() -> reminded.withDue(clock.instant()).forEach(this::send));
  }

  private void see(Due due) {
    var seen = tried(() -> locked(due.conference(), () -> schedule.see(due)));
    if (!seen) {
      tried(() -> times.putOff(due, later()));
    }
  }

  private void send(UUID conference) {
    if (tried(() -> locked(conference, () -> sending.sendSome(conference, PEOPLE_AT_ONCE)))) {
      return;
    }
    tried(() ->
        reminded
            .due(conference, clock.instant(), PEOPLE_AT_ONCE)
            .forEach(one -> {
              if (!tried(() -> locked(conference, () -> sending.sendOne(conference, one)))) {
                tried(() -> reminded.putOff(one, later()));
              }
            }));
  }

  private void locked(UUID conference, Runnable work) {
    changes.locked(
        conference,
        () -> {
          work.run();
          return conference;
        });
  }

  private Instant later() {
    return clock.instant().plus(PAUSE);
  }

  private boolean tried(Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException e) {
      if (isRunning()) {
        log.warn("a reminder failed: {}", e.getClass().getName());
        log.debug("why", e);
      }
      return false;
    }
  }
}
