package org.huiwu.platform.messaging;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The other instances of this service. What was committed here and may be waited for there is told
/// them by NOTIFY: after the commit, on another connection of the pool, many commits as one. They
/// hear it on the connection on which they hold the lease or wait for it. An instance that is alone
/// tells nothing. Telling is no more than a ring: who misses it looks by itself a little later.
public final class Neighbours {
  /// Wakes the relay of the instance that holds the lease.
  static final String RELAY = "huiwu_relay";

  /// Something was committed for a conference; the payload says by whom, and for which.
  static final String TOLD = "huiwu_told";

  /// An instance that waits for the lease is there.
  static final String HERE = "huiwu_here";

  /// What is said is worth no flush.
  static final String SAY_HERE =
      "select set_config('synchronous_commit', 'off', true), pg_notify('" + HERE + "', '')";

  private static final String SAY =
      """
      select set_config('synchronous_commit', 'off', true), pg_notify(s.channel, s.payload)
      from unnest(?::text[], ?::text[]) as s (channel, payload)\
      """;

  private static final Logger log = LoggerFactory.getLogger(Neighbours.class);

  /// An instance that waits says that it is there twice a second.
  private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

  private record Word(String channel, String payload) {}

  private final DataSource dataSource;
  private final String self = UUID.randomUUID() + "/";
  private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();
  private final Set<Word> unsaid = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean saying = new AtomicBoolean();
  private volatile long seen = System.nanoTime() - SILENCE_NANOS;

  Neighbours(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /// @param listener told of every conference for which another instance has committed something;
  ///   in the messenger's thread, so it only wakes somebody
  public void listen(Consumer<UUID> listener) {
    listeners.add(listener);
  }

  /// After the commit, never inside a transaction; returns at once.
  public void tell(UUID conference) {
    if (System.nanoTime() - seen < SILENCE_NANOS) {
      say(new Word(TOLD, self + conference));
    }
  }

  void ringTheRelay() {
    say(new Word(RELAY, ""));
  }

  /// Whether anybody here waits for what others commit.
  boolean isListening() {
    return !listeners.isEmpty();
  }

  void seen() {
    seen = System.nanoTime();
  }

  /// @param told by somebody, perhaps by this instance itself
  void heard(String told) {
    if (told.startsWith(self)) {
      return;
    }
    try {
      var conference = UUID.fromString(told.substring(told.indexOf('/') + 1));
      listeners.forEach(l -> l.accept(conference));
    } catch (IllegalArgumentException e) {
      log.warn("somebody else speaks on {}", TOLD, e);
    }
  }

  private void say(Word word) {
    unsaid.add(word);
    if (saying.compareAndSet(false, true)) {
      Thread.ofVirtual().name("neighbours").start(this::sayAll);
    }
  }

  private void sayAll() {
    do {
      try {
        sayOnce();
      } finally {
        saying.set(false);
      }
    } while (!unsaid.isEmpty() && saying.compareAndSet(false, true));
  }

  private void sayOnce() {
    var words = List.copyOf(unsaid);
    words.forEach(unsaid::remove);
    try (var connection = dataSource.getConnection();
        var say = connection.prepareStatement(SAY)) {
      say.setArray(1, texts(connection, words.stream().map(Word::channel).toArray()));
      say.setArray(2, texts(connection, words.stream().map(Word::payload).toArray()));
      say.execute();
    } catch (SQLException e) {
      log.debug("the other instances were not told; they look by themselves", e);
    }
  }

  private static java.sql.Array texts(java.sql.Connection connection, Object[] values)
      throws SQLException {
    return connection.createArrayOf("text", values);
  }
}
