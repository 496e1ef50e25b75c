package org.huiwu.notification.reminder;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

  private final Reminders reminders;
  private final ReminderSending sending;
  private final ChangeLog changes;
  private final Clock clock;
  private @Nullable ScheduledExecutorService timer;

  ReminderClock(Reminders reminders, ReminderSending sending, ChangeLog changes, Clock clock) {
    this.reminders = reminders;
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

  /// One look, as the timer takes it.
  public void look() {
    try {
      for (var due : reminders.due(clock.instant(), OCCASIONS_AT_ONCE)) {
        changes.locked(
            due.conference(),
            () -> {
              sending.see(due);
              return due;
            });
      }
      for (var conference : reminders.withDue(clock.instant())) {
        changes.locked(conference, () -> sending.sendSome(conference));
      }
    } catch (RuntimeException e) {
      if (isRunning()) {
        log.warn("could not look at reminders: {}", e.getClass().getName());
        log.debug("why", e);
      }
    }
  }
}
