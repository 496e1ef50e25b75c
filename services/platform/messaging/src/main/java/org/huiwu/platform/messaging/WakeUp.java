package org.huiwu.platform.messaging;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A coalescing bell: many rings while somebody is busy are one.
public final class WakeUp {
  private final Semaphore bell = new Semaphore(0);
  private volatile @Nullable Runnable elsewhere;

  public void wake() {
    if (bell.availablePermits() == 0) {
      bell.release();
    }
    var passOn = elsewhere;
    if (passOn != null) {
      passOn.run();
    }
  }

  /// Whom this bell is for is elsewhere for now, or here again (null).
  void passOnTo(@Nullable Runnable elsewhere) {
    this.elsewhere = elsewhere;
  }

  /// Waits until woken or until the time has passed.
  boolean await(long millis) throws InterruptedException {
    var rung = bell.tryAcquire(millis, TimeUnit.MILLISECONDS);
    bell.drainPermits();
    return rung;
  }
}
