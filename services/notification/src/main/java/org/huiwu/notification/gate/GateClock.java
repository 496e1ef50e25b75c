package org.huiwu.notification.gate;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.huiwu.platform.messaging.ChangeLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Tells of gates that another desk has changed without speaking to them: a site has other
/// recipients, a conference went live, more has come of a roll-call.
@Component
public class GateClock implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(GateClock.class);
  private static final long PERIOD_MILLIS = 500;

  private final Gates gates;
  private final GateKeeper keeper;
  private final ChangeLog changes;
  private volatile ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;

  GateClock(Gates gates, GateKeeper keeper, ChangeLog changes) {
    this.gates = gates;
    this.keeper = keeper;
    this.changes = changes;
    timer.shutdown();
  }

  @Override
  public void start() {
    running = true;
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("gate-clock").factory());
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

  /// One look, as the timer takes it twice a second.
  public void look() {
    try {
      gates.unsaid().forEach(this::tell);
    } catch (RuntimeException e) {
      if (running) {
        log.warn("could not look at the gates", e);
      }
    }
  }

  /// What goes wrong in one conference keeps no other waiting.
  private void tell(UUID conference) {
    try {
      changes.locked(
          conference,
          () -> {
            keeper.tellWhatChanged(conference);
            return conference;
          });
    } catch (RuntimeException e) {
      if (running) {
        log.warn("could not tell of the gates of conference {}", conference, e);
      }
    }
  }
}
