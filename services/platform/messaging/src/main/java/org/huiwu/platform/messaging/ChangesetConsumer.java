package org.huiwu.platform.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/// Reads the changes of other services. Topic, partition, leader epoch and offset are kept in this
/// service's own database and move in the transaction of the projection: there is no consumer
/// group, so nothing ever waits for dead members of one.
final class ChangesetConsumer {
  private static final Logger log = LoggerFactory.getLogger(ChangesetConsumer.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMillis(25);
  private static final long WAITING_BYTES = 1 << 20;
  private static final int TRANSIENT_RETRIES = 5;
  private static final long RETRY_PAUSE_MILLIS = 100;
  private static final int TOPIC_LOOKS = 100;
  private static final long TOPIC_PAUSE_MILLIS = 50;

  private record Read(ConsumerRecord<String, byte[]> record, Optional<Changeset> changeset) {}

  private final Consumer<String, byte[]> consumer;
  private final ChangesetHandler handler;
  private final TransactionTemplate transactions;
  private final JdbcTemplate jdbc;
  private final RecordReading reading;
  private final Offsets offsets;
  private final MessagingProperties properties;

  ChangesetConsumer(
      Consumer<String, byte[]> consumer,
      ChangesetHandler handler,
      TransactionTemplate transactions,
      JdbcTemplate jdbc,
      Offsets offsets,
      MessagingProperties properties) {
    this.consumer = consumer;
    this.handler = handler;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.reading = RecordReading.of(handler);
    this.offsets = offsets;
    this.properties = properties;
  }

  /// Polls once and takes in what came. Only after [#assign()].
  void step() throws InterruptedException {
    List<Read> reads = new ArrayList<>();
    for (var record : consumer.poll(Duration.ZERO)) {
      reads.add(new Read(record, parse(record)));
    }
    applyAll(reads);
  }

  /// Runs until the thread is interrupted.
  void run() throws InterruptedException {
    assign();
    List<Read> waiting = new ArrayList<>();
    var since = 0L;
    while (!Thread.currentThread().isInterrupted()) {
      var records = consumer.poll(waiting.isEmpty() ? POLL : left(since));
      if (waiting.isEmpty()) {
        since = System.nanoTime();
      }
      for (var record : records) {
        waiting.add(new Read(record, parse(record)));
      }
      if (!mayWait(waiting, records.count()) || left(since).isZero()) {
        applyAll(waiting);
        waiting.clear();
      }
    }
  }

  private static Duration left(long since) {
    var left = PATIENCE.minusNanos(System.nanoTime() - since);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private boolean mayWait(List<Read> waiting, int fresh) {
    var news =
        waiting.subList(waiting.size() - fresh, waiting.size()).stream()
            .flatMap(r -> r.changeset().stream())
            .toList();
    var bytes = waiting.stream().mapToLong(r -> r.record().serializedValueSize()).sum();
    return handler.mayWait(news) && waiting.size() < properties.batch() && bytes < WAITING_BYTES;
  }

  private void applyAll(List<Read> reads) throws InterruptedException {
    List<Read> run = new ArrayList<>();
    for (var read : reads) {
      if (!run.isEmpty()
          && (run.size() >= properties.batch() || !sameConference(run.getLast(), read))) {
        apply(run);
        run = new ArrayList<>();
      }
      run.add(read);
    }
    if (!run.isEmpty()) {
      apply(run);
    }
  }

  /// Goes to where this service has read to.
  void assign() throws InterruptedException {
    List<TopicPartition> partitions = new ArrayList<>();
    var topics =
        handler.followsRipples()
            ? List.of(properties.ripplesTopic())
            : handler.owners().stream().map(properties::changesTopic).toList();
    for (var topic : topics) {
      partitionsOf(topic).forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
    }
    consumer.assign(partitions);
    var stored = offsets.load();
    var log = consumer.endOffsets(partitions);
    for (var partition : partitions) {
      var position = stored.get(partition);
      if (position == null) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        // After a power cut the log can be shorter than what was read, and grown again by then: the
        // leader epoch tells. The relay sends again from there.
        consumer.seek(
            partition,
            new OffsetAndMetadata(
                Math.min(position.next(), log.getOrDefault(partition, position.next())),
                Optional.of(position.leaderEpoch()).filter(epoch -> epoch >= 0),
                ""));
      }
    }
    offsets.adopt(partitions, consumer);
  }

  /// A broker hears of a new topic a moment after the one who made it was told that it is there,
  /// and answers until then that it has no partitions: nothing of it would ever be read.
  ///
  /// @throws IllegalStateException when it stays unknown: the messenger then makes it again
  private List<PartitionInfo> partitionsOf(String topic) throws InterruptedException {
    for (int look = 1; look <= TOPIC_LOOKS; look++) {
      var known = consumer.partitionsFor(topic);
      if (!known.isEmpty()) {
        return known;
      }
      log.info("Kafka has not heard of the topic {} yet", topic);
      Thread.sleep(TOPIC_PAUSE_MILLIS);
    }
    throw new IllegalStateException("Kafka does not know the topic " + topic);
  }

  private static boolean sameConference(Read one, Read other) {
    return one.changeset()
        .map(Changeset::conference)
        .equals(other.changeset().map(Changeset::conference));
  }

  private Optional<Changeset> parse(ConsumerRecord<String, byte[]> record) {
    try {
      return Optional.of(reading.read(record.value()));
    } catch (JacksonException | RecordReading.IncompleteException e) {
      log.error(
          "unreadable record at {}-{}@{}", record.topic(), record.partition(), record.offset(), e);
      jdbc.update(
          "insert into unreadable (topic, partition, record_offset, payload, reason) values (?, ?, ?, ?, ?) on conflict do nothing",
          record.topic(),
          record.partition(),
          record.offset(),
          record.value(),
          e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private void apply(List<Read> run) throws InterruptedException {
    var relevant =
        run.stream().flatMap(r -> r.changeset().stream()).filter(handler::concerns).toList();
    if (relevant.isEmpty()) {
      // Nothing to record: the offsets move with the next transaction.
      offsets.passed(positions(run));
      return;
    }
    var conference = relevant.getFirst().conference();
    try {
      inTransaction(conference, relevant, false, positions(run));
    } catch (TransientDataAccessException
        | DataAccessResourceFailureException
        | TransactionException
        | Offsets.MovedException e) {
      throw e;
    } catch (RuntimeException e) {
      log.warn("a batch of {} changesets failed; taking each alone", relevant.size(), e);
      for (var read : run) {
        var one = read.changeset().filter(handler::concerns).map(List::of).orElse(List.of());
        if (one.isEmpty()) {
          offsets.passed(positions(List.of(read)));
        } else {
          inTransaction(conference, one, true, positions(List.of(read)));
        }
      }
    }
    handler.committed(conference);
  }

  private void inTransaction(
      UUID conference,
      List<Changeset> changesets,
      boolean carefully,
      Map<TopicPartition, Offsets.Position> positions)
      throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        transactions.executeWithoutResult(_ -> {
          ChangeLog.lock(jdbc, conference);
          ChangeLog.planFor(jdbc, changesets.stream().mapToInt(c -> c.states().size()).sum());
          handler.on(conference, changesets, carefully);
          offsets.move(positions);
        });
        offsets.moved(positions);
        return;
      } catch (TransientDataAccessException e) {
        if (attempt == TRANSIENT_RETRIES) {
          throw e;
        }
        log.warn("transient failure {} of {}, trying again", attempt, TRANSIENT_RETRIES, e);
        Thread.sleep(RETRY_PAUSE_MILLIS * attempt);
      }
    }
  }

  private static Map<TopicPartition, Offsets.Position> positions(List<Read> run) {
    Map<TopicPartition, Offsets.Position> positions = new HashMap<>();
    run.forEach(r ->
        positions.put(
            new TopicPartition(r.record().topic(), r.record().partition()),
            new Offsets.Position(r.record().offset() + 1, r.record().leaderEpoch().orElse(-1))));
    return positions;
  }
}
