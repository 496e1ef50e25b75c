package org.huiwu.notification.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The real time, and some of it that a test adds.
public final class SetClock extends Clock {
  private volatile Duration later = Duration.ZERO;

  public void advance(Duration by) {
    later = later.plus(by);
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(later);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
