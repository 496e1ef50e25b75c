package org.huiwu.benchmark.method;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;

/// When each of a block's changes is to begin, whatever became of those before it: an open loop. A
/// closed loop would wait for a slow system, and so measure least when it is slowest.
public final class Arrivals {
  private static final double NANOS_A_SECOND = 1e9;

  private final long[] offsets;

  private Arrivals(long[] offsets) {
    this.offsets = offsets;
  }

  /// One after another at equal distances; the first at once.
  public static Arrivals evenly(double perSecond, Duration length) {
    var count = (int) Math.round(perSecond * length.toNanos() / NANOS_A_SECOND);
    return new Arrivals(
        LongStream.range(0, count).map(n -> Math.round(n * NANOS_A_SECOND / perSecond)).toArray());
  }

  /// As independent people come: a Poisson process, the same for the same seed.
  public static Arrivals poisson(double perSecond, Duration length, long seed) {
    var random = new Random(seed);
    var all = LongStream.builder();
    var at = 0.0;
    while (true) {
      at += -Math.log(1 - random.nextDouble()) / perSecond * NANOS_A_SECOND;
      if (at >= length.toNanos()) {
        return new Arrivals(all.build().toArray());
      }
      all.add(Math.round(at));
    }
  }

  /// All of them at the same moment.
  public static Arrivals atOnce(int count) {
    return new Arrivals(new long[count]);
  }

  public int size() {
    return offsets.length;
  }

  /// @return nanoseconds from the block's begin to the intended start of the `n`th, from 0
  public long offset(int n) {
    return offsets[n];
  }

  @Override
  public String toString() {
    return Arrays.toString(offsets);
  }
}
