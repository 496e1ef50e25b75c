package org.huiwu.notification.stream;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.huiwu.platform.messaging.Neighbours;
import org.huiwu.platform.messaging.WireJson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The events of each conference, kept in the database and numbered under the conference's lock, so
/// that a reader who says since when never misses one. Readers are woken in process, and by the
/// instance that was the writer; they look for themselves now and then in case a ring was lost.
@Component
public class ConferenceStream {
  private static final long SAFETY_MILLIS = 1_000;
  private static final int PAGE = 500;

  private static final class Bell {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long rings;

    long rings() {
      lock.lock();
      try {
        return rings;
      } finally {
        lock.unlock();
      }
    }

    void ring() {
      lock.lock();
      try {
        rings++;
        rung.signalAll();
      } finally {
        lock.unlock();
      }
    }

    void await(long seen, long millis) throws InterruptedException {
      lock.lock();
      try {
        var left = TimeUnit.MILLISECONDS.toNanos(millis);
        while (rings == seen && left > 0) {
          left = rung.awaitNanos(left);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private final JdbcTemplate jdbc;
  private final Neighbours neighbours;
  private final ConcurrentHashMap<UUID, Bell> bells = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<UUID, RecentEvents> recent = new ConcurrentHashMap<>();

  /// Conferences of which the transaction of this thread has something to tell.
  private final ThreadLocal<Set<UUID>> told = ThreadLocal.withInitial(HashSet::new);

  ConferenceStream(JdbcTemplate jdbc, Neighbours neighbours) {
    this.jdbc = jdbc;
    this.neighbours = neighbours;
    neighbours.listen(this::ring);
  }

  /// Something to tell, not numbered yet.
  public record Told(String type, Object data) {}

  /// Inside the transaction and under the conference's lock.
  public void append(UUID conference, String type, Object data) {
    append(conference, List.of(new Told(type, data)));
  }

  /// In the order given; inside the transaction and under the conference's lock.
  public void append(UUID conference, List<Told> events) {
    if (events.isEmpty()) {
      return;
    }
    ringAfterCommit(conference);
    jdbc.update(
        """
        insert into stream_event (conference, n, type, data)
        select ?, (select coalesce(max(n), 0) from stream_event where conference = ?) + e.nth, e.type, e.data
        from unnest(?::text[], ?::text[]) with ordinality as e (type, data, nth)\
        """,
        conference,
        conference,
        events.stream().map(Told::type).toArray(String[]::new),
        events.stream()
            .map(e -> WireJson.mapper().writeValueAsString(e.data()))
            .toArray(String[]::new));
  }

  /// Whether the transaction of this thread has something to tell of the conference: then its
  /// commit must last, because readers learn the numbers of its events.
  public boolean tells(UUID conference) {
    return told.get().contains(conference);
  }

  /// Readers are woken, here and at the other instances, once the transaction has committed.
  private void ringAfterCommit(UUID conference) {
    if (!told.get().add(conference)) {
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            told.get().remove(conference);
            if (status == STATUS_COMMITTED) {
              ring(conference);
              neighbours.tell(conference);
            }
          }
        });
  }

  private void ring(UUID conference) {
    var bell = bells.get(conference);
    if (bell != null) {
      bell.ring();
    }
  }

  /// What comes after a number, in order; not all of it, if there is much.
  ///
  /// @param n not above [#latest]
  public List<StreamEvent> since(UUID conference, long n) {
    return recent
        .computeIfAbsent(
            conference, c -> new RecentEvents(m -> stored(c, m), PAGE, n, SAFETY_MILLIS))
        .since(n, bell(conference).rings());
  }

  private List<StreamEvent> stored(UUID conference, long n) {
    return jdbc.query(
        "select n, type, data from stream_event where conference = ? and n > ? order by n limit "
            + PAGE,
        (row, _) -> new StreamEvent(row.getLong(1), row.getString(2), row.getString(3)),
        conference,
        n);
  }

  public long latest(UUID conference) {
    var latest =
        jdbc.queryForObject(
            "select coalesce(max(n), 0) from stream_event where conference = ?",
            Long.class,
            conference);
    return latest == null ? 0 : latest;
  }

  /// Waits until the condition holds, looking again each time something was committed.
  ///
  /// @return whether it holds
  public boolean awaitUntil(UUID conference, Duration patience, BooleanSupplier condition) {
    var bell = bell(conference);
    var deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      var seen = bell.rings();
      if (condition.getAsBoolean()) {
        return true;
      }
      var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      try {
        bell.await(seen, Math.min(left, SAFETY_MILLIS));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  private Bell bell(UUID conference) {
    return bells.computeIfAbsent(conference, _ -> new Bell());
  }
}
