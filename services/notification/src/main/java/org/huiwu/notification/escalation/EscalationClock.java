package org.huiwu.notification.escalation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.huiwu.notification.escalation.Escalations.Waiting;
import org.huiwu.platform.messaging.ChangeLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks for debts of which a step is due. Every instance does; each step is taken by the one that
/// claims it. Nothing is in memory but what is being done now.
@Component
public class EscalationClock implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(EscalationClock.class);
  private static final long PERIOD_MILLIS = 500;
  private static final int AT_ONCE = 200;

  /// After something went wrong with a debt.
  private static final Duration BACK_OFF = Duration.ofSeconds(30);

  private record Recipient(UUID conference, String contact) {}

  private final Escalations escalations;
  private final Escalating escalating;
  private final PaidDebts paid;
  private final ChangeLog changes;
  private volatile ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;

  EscalationClock(
      Escalations escalations, Escalating escalating, PaidDebts paid, ChangeLog changes) {
    this.escalations = escalations;
    this.escalating = escalating;
    this.paid = paid;
    this.changes = changes;
    timer.shutdown();
  }

  @Override
  public void start() {
    running = true;
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("escalation-clock").factory());
    timer.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// One look, as the timer takes it twice a second: all that is due of one recipient is taken
  /// together, so that one message tells it.
  public void look() {
    try {
      escalations.due(AT_ONCE).stream()
          .collect(
              Collectors.groupingBy(
                  w -> new Recipient(w.conference(), w.contact()),
                  LinkedHashMap::new,
                  Collectors.toList()))
          .forEach(this::take);
      paid.conferences().forEach(conference -> locked(conference, () -> paid.settle(conference)));
    } catch (RuntimeException e) {
      if (running) {
        log.warn("could not look for steps that are due", e);
      }
    }
  }

  /// Where one debt of a recipient cannot be taken the others are, one by one, and that one waits:
  /// it must keep nobody else from being looked at.
  private void take(Recipient recipient, List<Waiting> due) {
    var conference = recipient.conference();
    if (locked(conference, () -> escalating.take(due))) {
      return;
    }
    for (var one : due) {
      if (!locked(conference, () -> escalating.take(List.of(one)))) {
        locked(conference, () -> escalations.backOff(one, BACK_OFF));
      }
    }
  }

  /// What goes wrong with one recipient keeps no other waiting.
  ///
  /// @return whether it was done
  private boolean locked(UUID conference, Runnable work) {
    try {
      changes.locked(
          conference,
          () -> {
            work.run();
            return conference;
          });
      return true;
    } catch (RuntimeException e) {
      if (running) {
        log.warn("could not take a step in conference {}", conference, e);
      }
      return false;
    }
  }
}
