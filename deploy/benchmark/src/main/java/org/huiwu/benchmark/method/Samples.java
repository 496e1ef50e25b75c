package org.huiwu.benchmark.method;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// What was measured in one block, in any one unit (mostly nanoseconds), sorted.
public final class Samples {
  private static final double NANOS_A_MILLI = 1e6;

  private final long[] sorted;

  private Samples(long[] sorted) {
    this.sorted = sorted;
  }

  public static Samples of(Collection<Long> values) {
    var sorted = values.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return new Samples(sorted);
  }

  /// A block that has one figure as a whole, e.g. a rate.
  public static Samples of(long value) {
    return new Samples(new long[] {value});
  }

  public static Samples pooled(List<Samples> blocks) {
    var all = new long[blocks.stream().mapToInt(Samples::size).sum()];
    var to = 0;
    for (var block : blocks) {
      System.arraycopy(block.sorted, 0, all, to, block.size());
      to += block.size();
    }
    Arrays.sort(all);
    return new Samples(all);
  }

  public int size() {
    return sorted.length;
  }

  /// The smallest value that a share (0 to 1) of all do not exceed.
  ///
  /// @throws IllegalStateException when there is no value at all
  public long quantile(double share) {
    if (sorted.length == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    var rank = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.clamp(rank, 0, sorted.length - 1)];
  }

  /// The same of nanoseconds, in milliseconds.
  public double millis(double share) {
    return quantile(share) / NANOS_A_MILLI;
  }

  /// A line of the table, of nanoseconds.
  public String row(String name) {
    return "%-58s n %6d   p50 %8.2f   p90 %8.2f   p99 %8.2f   max %8.2f ms"
        .formatted(name, size(), millis(0.5), millis(0.9), millis(0.99), millis(1));
  }
}
