package org.huiwu.gateway.limit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// A bucket for each caller: holds `burst` drops, gains `perSecond` a second, a request takes one.
public final class Buckets {
  private static final int KEPT = 10_000;
  private static final double NANOS = 1e9;
  private static final float LOAD = 0.75f;

  private static final class Bucket {
    private double drops;
    private long filledAt;
    private boolean toldEmpty;

    Bucket(double drops, long filledAt) {
      this.drops = drops;
      this.filledAt = filledAt;
    }
  }

  /// @param pause how long until the next drop; zero when there was one
  /// @param first whether this is the first refusal since the bucket last had one
  public record Answer(Duration pause, boolean first) {
    public boolean isGranted() {
      return pause.isZero();
    }
  }

  private final int perSecond;
  private final int burst;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(64, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > KEPT;
        }
      };

  public Buckets(int perSecond, int burst) {
    this.perSecond = perSecond;
    this.burst = burst;
  }

  /// @param now nanoseconds that only grow
  public synchronized Answer take(String caller, long now) {
    var bucket = buckets.computeIfAbsent(caller, _ -> new Bucket(burst, now));
    bucket.drops = Math.min(burst, bucket.drops + (now - bucket.filledAt) / NANOS * perSecond);
    bucket.filledAt = now;
    if (bucket.drops >= 1) {
      bucket.drops--;
      bucket.toldEmpty = false;
      return new Answer(Duration.ZERO, false);
    }
    var first = !bucket.toldEmpty;
    bucket.toldEmpty = true;
    return new Answer(Duration.ofNanos((long) ((1 - bucket.drops) / perSecond * NANOS) + 1), first);
  }
}
