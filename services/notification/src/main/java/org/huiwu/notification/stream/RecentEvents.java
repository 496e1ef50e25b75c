package org.huiwu.notification.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

/// The latest events of one conference, looked for once for all who read: a commit that wakes a
/// thousand pages costs one statement, and so does each second in which nothing happens.
///
/// Invariant: every event with a number above `from`, up to `to`, is here.
final class RecentEvents {
  private static final int KEPT = 256;
  private static final int KEPT_CHARS = 256 * 1024;
  private static final long NEVER = -1;

  private final LongFunction<List<StreamEvent>> database;
  private final int page;
  private final long safetyNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<StreamEvent> events = new ArrayDeque<>();
  private int chars;
  private long from;
  private long to;
  private long ringsSeen = NEVER;
  private long looked;

  /// @param database the next events after a number, `page` of them at most
  /// @param begin the number from which on events are wanted
  /// @param safety milliseconds after which it looks although nobody rang
  RecentEvents(LongFunction<List<StreamEvent>> database, int page, long begin, long safety) {
    this.database = database;
    this.page = page;
    this.safetyNanos = TimeUnit.MILLISECONDS.toNanos(safety);
    this.from = begin;
    this.to = begin;
  }

  /// What comes after a number, in order, some of it at least if there is any.
  ///
  /// @param n not above the last number that there is
  /// @param rings how often readers have been woken by now: what was committed before is seen
  List<StreamEvent> since(long n, long rings) {
    lock.lock();
    try {
      if (n > to) {
        goTo(n);
      }
      if (rings > ringsSeen || System.nanoTime() - looked > safetyNanos) {
        look(rings);
      }
      if (n >= from) {
        return after(n);
      }
    } finally {
      lock.unlock();
    }
    return database.apply(n);
  }

  /// Somebody is further than what has been looked for: there is no need to go through it.
  private void goTo(long n) {
    events.clear();
    chars = 0;
    from = n;
    to = n;
    ringsSeen = NEVER;
  }

  private void look(long rings) {
    var found = database.apply(to);
    looked = System.nanoTime();
    // more than a page: the next who asks looks again at once
    ringsSeen = found.size() < page ? rings : NEVER;
    for (var event : found) {
      events.add(event);
      chars += event.data().length();
      to = event.n();
    }
    while (events.size() > KEPT || chars > KEPT_CHARS) {
      var oldest = events.remove();
      chars -= oldest.data().length();
      from = oldest.n();
    }
  }

  private List<StreamEvent> after(long n) {
    List<StreamEvent> later = new ArrayList<>();
    for (var it = events.descendingIterator(); it.hasNext(); ) {
      var event = it.next();
      if (event.n() <= n) {
        break;
      }
      later.add(event);
    }
    return later.reversed();
  }
}
