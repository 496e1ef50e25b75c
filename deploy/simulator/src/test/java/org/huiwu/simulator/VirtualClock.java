package org.huiwu.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The time of the simulation (UTC), which only the simulation moves.
final class VirtualClock extends Clock {
  static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

  private Instant now = BEGIN;

  void advance(Duration by) {
    now = now.plus(by);
  }

  void reset() {
    now = BEGIN;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the platform's instants are UTC");
  }
}
