package org.huiwu.platform.messaging;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A coalescing bell: many rings while somebody is busy are one.
public final class WakeUp {
  private final Semaphore bell = new Semaphore(0);

  public void wake() {
    if (bell.availablePermits() == 0) {
      bell.release();
    }
  }

  /// Waits until woken or until the time has passed.
  boolean await(long millis) throws InterruptedException {
    var rung = bell.tryAcquire(millis, TimeUnit.MILLISECONDS);
    bell.drainPermits();
    return rung;
  }
}
