package org.huiwu.benchmark;

import java.util.ArrayList;
import java.util.List;

/// Latencies of one kind, in nanoseconds.
final class Figures {
  private static final double NANOS_A_MILLI = 1e6;

  private final List<Long> nanos = new ArrayList<>();

  void add(long nano) {
    nanos.add(nano);
  }

  int size() {
    return nanos.size();
  }

  /// The value that `share` (0 to 1) of all do not exceed, in milliseconds.
  double percentile(double share) {
    var sorted = nanos.stream().sorted().toList();
    var rank = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.clamp(rank, 0, sorted.size() - 1)) / NANOS_A_MILLI;
  }

  String row(String name) {
    return "%-44s n %5d   p50 %7.2f   p90 %7.2f   p99 %7.2f   max %7.2f ms"
        .formatted(name, size(), percentile(0.5), percentile(0.9), percentile(0.99), percentile(1));
  }
}
