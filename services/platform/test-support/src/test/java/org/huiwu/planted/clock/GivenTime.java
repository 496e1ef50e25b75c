package org.huiwu.planted.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;

/// Innocent: the clock is given.
record GivenTime(Clock clock) {
  Instant instant() {
    return Instant.now(clock);
  }

  LocalDateTime local() {
    return LocalDateTime.now(clock);
  }
}
