package org.huiwu.benchmark.method;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/// A block's changes on their way. The latency of each counts from when it was intended to begin,
/// not from when somebody was free to begin it: waiting is part of it.
///
/// Times are [System#nanoTime].
public final class Passage {
  private static final long NOT_YET = Long.MIN_VALUE;

  /// Begins one change; may return before or after it has ended.
  public interface Begin {
    void begin(int n) throws Exception;
  }

  private final Arrivals arrivals;
  private final long begun;
  private final AtomicLongArray ended;
  private final CountDownLatch left;

  /// The block begins now.
  public Passage(Arrivals arrivals) {
    this.arrivals = arrivals;
    this.ended = new AtomicLongArray(arrivals.size());
    for (int n = 0; n < arrivals.size(); n++) {
      ended.set(n, NOT_YET);
    }
    this.left = new CountDownLatch(arrivals.size());
    this.begun = System.nanoTime();
  }

  /// Begins each change at its time, or as soon after as one of the threads is free; returns when
  /// the last has been begun.
  ///
  /// @param threads how many may be beginning at once
  /// @throws ExecutionException when a change could not be begun
  public void run(int threads, Begin begin) throws InterruptedException, ExecutionException {
    List<Future<?>> all = new ArrayList<>();
    try (var workers = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < arrivals.size(); i++) {
        var n = i;
        awaitTime(intended(n));
        all.add(
            workers.submit(() -> {
              begin.begin(n);
              return null;
            }));
      }
      for (var one : all) {
        one.get();
      }
    }
  }

  private static void awaitTime(long at) throws InterruptedException {
    for (var left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  public long intended(int n) {
    return begun + arrivals.offset(n);
  }

  /// The `n`th has arrived; only the first time counts.
  public void ended(int n, long at) {
    if (ended.compareAndSet(n, NOT_YET, at)) {
      left.countDown();
    }
  }

  /// It never will, and that is as it should be: it leaves no latency.
  public void withdrawn(int n) {
    ended(n, intended(n) - 1);
  }

  /// @return whether all have arrived within the time
  public boolean awaitAll(Duration patience) throws InterruptedException {
    return left.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// How many have not arrived (yet).
  public int missing() {
    return Math.toIntExact(left.getCount());
  }

  /// Of those that have arrived, in nanoseconds.
  public Samples latencies() {
    var figures = new ArrayList<Long>();
    for (int n = 0; n < arrivals.size(); n++) {
      var at = ended.get(n);
      if (at != NOT_YET && at >= intended(n)) {
        figures.add(at - intended(n));
      }
    }
    return Samples.of(figures);
  }

  /// From the block's begin to the last arrival so far, in nanoseconds.
  public long duration() {
    var last = begun;
    for (int n = 0; n < arrivals.size(); n++) {
      if (ended.get(n) != NOT_YET) {
        last = Math.max(last, ended.get(n));
      }
    }
    return last - begun;
  }
}
