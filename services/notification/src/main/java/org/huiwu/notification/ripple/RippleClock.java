package org.huiwu.notification.ripple;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.huiwu.notification.NotificationProperties;
import org.huiwu.platform.messaging.ChangeLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks for ripples that have been open for long. It never settles one: it only says that they are
/// not finished.
@Component
public class RippleClock implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(RippleClock.class);
  private static final long PERIOD_MILLIS = 125;

  private final OpenChanges openChanges;
  private final RippleLedger ledger;
  private final ChangeLog changes;
  private final NotificationProperties properties;
  private volatile ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;

  RippleClock(
      OpenChanges openChanges,
      RippleLedger ledger,
      ChangeLog changes,
      NotificationProperties properties) {
    this.openChanges = openChanges;
    this.ledger = ledger;
    this.changes = changes;
    this.properties = properties;
    timer.shutdown();
  }

  @Override
  public void start() {
    running = true;
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ripple-clock").factory());
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

  /// One look, as the timer takes it eight times a second.
  public void look() {
    try {
      for (var open : openChanges.notYetProvisional(properties.provisionalAfter().toMillis())) {
        locked(open, () -> ledger.markProvisional(open.conference(), open.root()));
      }
      for (var open : openChanges.notYetCut(properties.cutUnfinishedAfter().toMillis())) {
        locked(open, () -> ledger.cutUnfinished(open.conference(), open.root()));
      }
    } catch (RuntimeException e) {
      if (running) {
        log.warn("could not look at open ripples", e);
      }
    }
  }

  private void locked(OpenChanges.Open open, Runnable work) {
    changes.locked(
        open.conference(),
        () -> {
          work.run();
          return open;
        });
  }
}
