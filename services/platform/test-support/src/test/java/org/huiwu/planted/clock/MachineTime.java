package org.huiwu.planted.clock;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;

final class MachineTime {
  Instant called() {
    return Instant.now();
  }

  LocalDateTime inZone() {
    return LocalDateTime.now(ZoneOffset.UTC);
  }

  Supplier<Instant> referredTo() {
    return Instant::now;
  }

  long millis() {
    return System.currentTimeMillis();
  }
}
