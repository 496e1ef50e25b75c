package org.huiwu.platform.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// The one active messenger of a service's database: relay and consumers run while it holds a
/// session advisory lock; every instance serves HTTP. When a part of it fails, all of it starts
/// again.
public final class Messenger implements SmartLifecycle {
  /// Waiting: another instance holds the lease. Stopped with a reason: a person must act.
  public enum Activity {
    STARTING,
    WAITING,
    ACTIVE,
    FAILING,
    STOPPED
  }

  public record Condition(Activity activity, @Nullable String reason) {}

  /// Builds a consumer of this messenger around a fresh Kafka consumer.
  interface Reading {
    ChangesetConsumer of(KafkaConsumer<String, byte[]> consumer);
  }

  private static final Logger log = LoggerFactory.getLogger(Messenger.class);
  private static final long LEASE_KEY = 0x6875_6977_75L;
  private static final String CHANNEL = "huiwu_relay";
  private static final long PAUSE_MILLIS = 500;

  /// A wait for notifications does not hear an interruption: hence in slices.
  private static final int SLICE_MILLIS = 100;

  private static final long AWAIT_STEP_NANOS = 5_000_000;
  private static final Duration CLOSE = Duration.ofSeconds(2);
  private static final long JOIN_MILLIS = 5_000;

  private final DataSource dataSource;
  private final MessagingProperties properties;
  private final Subscriptions subscriptions;
  private final KafkaClients kafka;
  private final Outbox outbox;
  private final WakeUp relayBell;
  private final Optional<Reading> reading;
  private volatile Condition condition = new Condition(Activity.STOPPED, null);
  private volatile boolean running;
  private volatile @Nullable Thread leader;

  Messenger(
      DataSource dataSource,
      MessagingProperties properties,
      Subscriptions subscriptions,
      Outbox outbox,
      WakeUp relayBell,
      Optional<Reading> reading) {
    this.dataSource = dataSource;
    this.properties = properties;
    this.subscriptions = subscriptions;
    this.kafka = new KafkaClients(properties);
    this.outbox = outbox;
    this.relayBell = relayBell;
    this.reading = reading;
  }

  /// Waits until this messenger publishes and reads, or another instance's does.
  ///
  /// @return whether it does within the time
  public boolean awaitActive(long nanos) {
    var deadline = System.nanoTime() + nanos;
    while (condition.activity() != Activity.ACTIVE && condition.activity() != Activity.WAITING) {
      if (System.nanoTime() > deadline || condition.activity() == Activity.STOPPED) {
        return false;
      }
      LockSupport.parkNanos(AWAIT_STEP_NANOS);
    }
    return true;
  }

  public Condition condition() {
    return condition;
  }

  @Override
  public void start() {
    running = true;
    condition = new Condition(Activity.STARTING, null);
    leader = Thread.ofPlatform().name(properties.service() + "-messenger").start(this::lead);
  }

  @Override
  public void stop() {
    running = false;
    var thread = leader;
    leader = null;
    if (thread != null) {
      thread.interrupt();
      try {
        thread.join(JOIN_MILLIS);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
    condition = new Condition(Activity.STOPPED, null);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void lead() {
    while (running) {
      try (var lease = dataSource.getConnection()) {
        if (acquire(lease)) {
          work(lease);
          Thread.sleep(PAUSE_MILLIS);
        } else {
          condition = new Condition(Activity.WAITING, null);
          ringTheActiveOne(lease);
        }
      } catch (InterruptedException e) {
        log.debug("stopped, or a part's failure rang late: `running` says which", e);
      } catch (Relay.CursorAheadException e) {
        log.error(e.getMessage());
        condition = new Condition(Activity.STOPPED, e.getMessage());
        return;
      } catch (SQLException | RuntimeException | ExecutionException e) {
        if (!running) {
          return;
        }
        condition = new Condition(Activity.FAILING, e.getClass().getSimpleName());
        log.warn("{}: messaging failed and starts again", properties.service(), e);
        pause();
      }
    }
  }

  /// An interruption only shortens it: whether to go on is asked of `running`.
  private static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(PAUSE_MILLIS).toNanos());
    Thread.interrupted();
  }

  private static boolean acquire(Connection lease) throws SQLException {
    lease.setAutoCommit(true);
    try (var lock = lease.prepareStatement("select pg_try_advisory_lock(?)")) {
      lock.setLong(1, LEASE_KEY);
      try (var row = lock.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /// What is committed here is carried out by the instance that holds the lease: it is rung, on a
  /// connection of its own and never inside a business transaction. Many commits are one ring.
  private void ringTheActiveOne(Connection lease) throws InterruptedException, SQLException {
    var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);
    for (var left = PAUSE_MILLIS;
        left > 0;
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
      if (relayBell.await(left)) {
        execute(lease, "notify " + CHANNEL);
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void work(Connection lease)
      throws InterruptedException, SQLException, ExecutionException {
    try {
      Relay.requireOwnCluster(dataSource);
      outbox.rollPartitions();
      kafka.createTopics(subscriptions);
      runParts(lease);
    } finally {
      release(lease);
    }
  }

  private static void release(Connection lease) {
    try {
      execute(lease, "select pg_advisory_unlock_all()");
      execute(lease, "unlisten *");
    } catch (SQLException e) {
      log.debug("the lease ended with its connection", e);
    }
  }

  private void runParts(Connection lease) throws InterruptedException, SQLException {
    var failure = new AtomicReference<@Nullable Throwable>();
    var self = Thread.currentThread();
    List<Thread> parts = new ArrayList<>();
    var producer = kafka.producer();
    Optional<KafkaConsumer<String, byte[]>> consumer = reading.map(_ -> kafka.consumer());
    try {
      parts.add(
          part(
              "relay",
              failure,
              self,
              () -> new Relay(dataSource, producer, properties, relayBell).run()));
      consumer.ifPresent(
          c -> parts.add(part("consumer", failure, self, () -> reading.orElseThrow().of(c).run())));
      condition = new Condition(Activity.ACTIVE, null);
      watch(lease, failure);
    } finally {
      parts.forEach(Thread::interrupt);
      for (var part : parts) {
        joinUninterrupted(part);
      }
      producer.close(CLOSE);
      consumer.ifPresent(c -> c.close(CloseOptions.timeout(CLOSE)));
    }
  }

  private static void joinUninterrupted(Thread part) {
    var interrupted = Thread.interrupted();
    try {
      part.join(JOIN_MILLIS);
    } catch (InterruptedException _) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Holds the lease's connection alive and rolls the outbox's partitions until a part fails.
  private void watch(Connection lease, AtomicReference<@Nullable Throwable> failure)
      throws InterruptedException, SQLException {
    execute(lease, "listen " + CHANNEL);
    for (long round = 1; running; round++) {
      try {
        listen(lease);
      } catch (InterruptedException e) {
        if (failure.get() == null) {
          throw e;
        }
      }
      switch (failure.get()) {
        case null -> {}
        case Relay.CursorAheadException e -> throw e;
        case Throwable e -> throw new IllegalStateException("a part of the messenger failed", e);
      }
      execute(lease, "select 1");
      if (round % (3_600_000 / PAUSE_MILLIS) == 0) {
        outbox.rollPartitions();
      }
    }
  }

  /// Waits a while; another instance that has committed something wakes the relay.
  private void listen(Connection lease) throws SQLException, InterruptedException {
    var others = lease.unwrap(PGConnection.class);
    for (int slice = 0; slice < PAUSE_MILLIS / SLICE_MILLIS; slice++) {
      var rings = others.getNotifications(SLICE_MILLIS);
      if (rings != null && rings.length > 0) {
        relayBell.wake();
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private Thread part(
      String name, AtomicReference<@Nullable Throwable> failure, Thread watcher, Work work) {
    return Thread.ofPlatform()
        .name(properties.service() + "-" + name)
        .start(() -> {
          try {
            work.run();
          } catch (InterruptedException | InterruptException _) {
            Thread.currentThread().interrupt();
          } catch (Exception | Error e) {
            if (failure.compareAndSet(null, e)) {
              watcher.interrupt();
            }
          }
        });
  }
}
