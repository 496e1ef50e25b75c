package org.huiwu.notification.rounds;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.huiwu.platform.messaging.ChangeLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Makes its round again and again while the service runs, a period after the last one ended, on a
/// thread of its own. Every instance makes its rounds: what is due is in the database, and done by
/// the one that holds the conference's lock first; the others find it done. What fails is logged
/// and tried in the next round.
@Component
public abstract class RoundClock implements SmartLifecycle {
  private final Logger log = LoggerFactory.getLogger(getClass());
  private final String name;
  private final Duration period;
  private final ChangeLog changes;
  private @Nullable ScheduledExecutorService timer;

  protected RoundClock(String name, Duration period, ChangeLog changes) {
    this.name = name;
    this.period = period;
    this.changes = changes;
  }

  /// One round.
  protected abstract void round();

  /// One round, as the timer makes it.
  public final void look() {
    tried("a round", this::round);
  }

  @Override
  public final synchronized void start() {
    if (timer == null) {
      timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name(name).factory());
      timer.scheduleWithFixedDelay(
          this::look, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public final synchronized void stop() {
    if (timer != null) {
      timer.shutdownNow();
      timer = null;
    }
  }

  @Override
  public final synchronized boolean isRunning() {
    return timer != null;
  }

  /// Does it under the conference's lock. What goes wrong in one conference keeps no other waiting.
  ///
  /// @return whether it was done
  protected final boolean locked(UUID conference, Runnable work) {
    return tried(
        "a step in conference " + conference,
        () ->
            changes.locked(
                conference,
                () -> {
                  work.run();
                  return conference;
                }));
  }

  /// @return whether it was done
  protected final boolean tried(String what, Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException e) {
      // one that is stopped in the middle of its work has nothing to say
      if (isRunning()) {
        log.warn("{}: {} failed and is tried again", name, what, e);
      }
      return false;
    }
  }
}
