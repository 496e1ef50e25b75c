package org.huiwu.platform.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.AuthenticationException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGNotification;
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
    ChangesetConsumer of(Consumer<String, byte[]> consumer);
  }

  private static final Logger log = LoggerFactory.getLogger(Messenger.class);
  private static final long PAUSE_MILLIS = 500;

  /// How often the topics' leaders are asked for, in rounds of the above.
  private static final long LEADER_ROUNDS = 4;

  private static final long AWAIT_STEP_NANOS = 5_000_000;
  private static final Duration CLOSE = Duration.ofSeconds(2);
  private static final long JOIN_MILLIS = 5_000;

  private final DataSource dataSource;
  private final MessagingProperties properties;
  private final Subscriptions subscriptions;
  private final KafkaClients kafka;
  private final Outbox outbox;
  private final WakeUp relayBell;
  private final Neighbours neighbours;
  private final Optional<Reading> reading;
  private volatile Condition condition = new Condition(Activity.STOPPED, null);
  private volatile boolean running;
  private volatile @Nullable Thread leader;

  /// When, by `System.nanoTime`, the topics last had the leaders that they had before; null while
  /// that is another instance's to know. The leading thread's.
  private @Nullable Long confirmed;

  Messenger(
      DataSource dataSource,
      MessagingProperties properties,
      Subscriptions subscriptions,
      Outbox outbox,
      WakeUp relayBell,
      Neighbours neighbours,
      Optional<Reading> reading) {
    this.dataSource = dataSource;
    this.properties = properties;
    this.subscriptions = subscriptions;
    this.kafka = new KafkaClients(properties);
    this.outbox = outbox;
    this.relayBell = relayBell;
    this.neighbours = neighbours;
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

  /// This messenger without its threads, on somebody else's broker: for a simulation, which says
  /// when what is done. The lease is not asked for.
  ///
  /// @throws IllegalStateException while it runs
  public MessengerSteps inSteps(
      Producer<String, byte[]> producer, Consumer<String, byte[]> consumer)
      throws SQLException, InterruptedException {
    if (running) {
      throw new IllegalStateException("the messenger of " + properties.service() + " runs");
    }
    Relay.requireOwnCluster(dataSource);
    outbox.rollPartitions();
    return MessengerSteps.begin(
        new Relay(dataSource, producer, properties, relayBell, Duration.ZERO),
        reading.map(r -> r.of(consumer)));
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
      try (var lease = new Lease(dataSource)) {
        if (acquire(lease)) {
          work(lease);
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
        failed(e);
        pause();
      }
    }
  }

  /// Who is not let in is told so in one line; other messages may quote what is private.
  private void failed(Exception e) {
    Throwable root = e;
    while (root.getCause() != null && !(root instanceof AuthenticationException)) {
      root = root.getCause();
    }
    var kind = root.getClass().getSimpleName();
    if (root instanceof AuthenticationException) {
      condition = new Condition(Activity.FAILING, kind + ": " + root.getMessage());
      log.warn("{}: Kafka does not let us in: {}", properties.service(), root.getMessage());
    } else {
      condition = new Condition(Activity.FAILING, kind);
      log.warn("{}: messaging failed and starts again", properties.service(), e);
    }
  }

  /// An interruption only shortens it: whether to go on is asked of `running`.
  private static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(PAUSE_MILLIS).toNanos());
    Thread.interrupted();
  }

  /// Returns when it is held, or when this messenger is to stop.
  private boolean acquire(Lease lease) throws SQLException, InterruptedException {
    if (lease.acquire()) {
      return true;
    }
    confirmed = null;
    relayBell.passOnTo(neighbours::ringTheRelay);
    condition = new Condition(Activity.WAITING, null);
    try {
      lease.execute("listen " + Neighbours.TOLD);
      while (running) {
        // whoever holds it
        neighbours.seen();
        if (neighbours.isListening()) {
          lease.execute(Neighbours.SAY_HERE);
        }
        lease.hear(PAUSE_MILLIS, this::heard);
        if (lease.acquire()) {
          return true;
        }
      }
      return false;
    } finally {
      relayBell.passOnTo(null);
    }
  }

  private void heard(PGNotification said) {
    switch (said.getName()) {
      case Neighbours.RELAY -> relayBell.wake();
      case Neighbours.HERE -> neighbours.seen();
      case Neighbours.TOLD -> neighbours.heard(said.getParameter());
      default -> log.debug("nobody listens to {}", said.getName());
    }
  }

  private void work(Lease lease) throws InterruptedException, SQLException, ExecutionException {
    Relay.requireOwnCluster(dataSource);
    outbox.rollPartitions();
    var admin = kafka.admin();
    try {
      kafka.createTopics(admin, subscriptions);
      runParts(lease, kafka.leaders(admin, subscriptions));
    } finally {
      admin.close(CLOSE);
    }
  }

  private void runParts(Lease lease, Leaders leaders) throws InterruptedException, SQLException {
    var since = confirmed;
    var unwatched = since == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    var producer = kafka.producer();
    Optional<KafkaConsumer<String, byte[]>> consumer = reading.map(_ -> kafka.consumer());
    try (var parts = new Parts(properties.service())) {
      parts.start(
          "relay", () -> new Relay(dataSource, producer, properties, relayBell, unwatched).run());
      consumer.ifPresent(c -> parts.start("consumer", () -> reading.orElseThrow().of(c).run()));
      condition = new Condition(Activity.ACTIVE, null);
      watch(lease, parts, leaders);
    } finally {
      confirmed = leaders.confirmed();
      producer.close(CLOSE);
      consumer.ifPresent(c -> c.close(CloseOptions.timeout(CLOSE)));
    }
  }

  /// Holds the lease's connection alive and rolls the outbox's partitions until a part fails, or a
  /// topic has another leader: it may lack what was acknowledged, and the relay sends again when it
  /// starts.
  private void watch(Lease lease, Parts parts, Leaders leaders)
      throws InterruptedException, SQLException {
    for (var channel : List.of(Neighbours.RELAY, Neighbours.HERE, Neighbours.TOLD)) {
      lease.execute("listen " + channel);
    }
    for (long round = 1; running; round++) {
      try {
        lease.hear(PAUSE_MILLIS, this::heard);
      } catch (InterruptedException e) {
        if (!parts.haveFailed()) {
          throw e;
        }
      }
      parts.check();
      lease.execute("select 1");
      if (round % LEADER_ROUNDS == 0 && leaders.haveChanged()) {
        throw new Leaders.ChangedException();
      }
      if (round % (3_600_000 / PAUSE_MILLIS) == 0) {
        outbox.rollPartitions();
      }
    }
  }
}
