package org.huiwu.benchmark;

import java.time.Duration;
import java.util.stream.Stream;

/// What processes have used of the machine's processors.
final class CpuTime {
  private CpuTime() {}

  /// Of this process and all that it has started (PostgreSQL's, that is), by now.
  static Duration ofAll() {
    return of(ProcessHandle.current());
  }

  /// Of a process and all that it has started and that still run.
  static Duration of(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .flatMap(p -> p.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
