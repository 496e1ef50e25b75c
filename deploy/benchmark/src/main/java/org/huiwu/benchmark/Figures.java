package org.huiwu.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.huiwu.benchmark.method.Samples;

/// Latencies of one kind as they come, in nanoseconds.
final class Figures {
  private final List<Long> nanos = new ArrayList<>();

  void add(long nano) {
    nanos.add(nano);
  }

  Samples samples() {
    return Samples.of(nanos);
  }

  /// The value that `share` (0 to 1) of all do not exceed, in milliseconds.
  double percentile(double share) {
    return samples().millis(share);
  }

  String row(String name) {
    return samples().row(name);
  }
}
