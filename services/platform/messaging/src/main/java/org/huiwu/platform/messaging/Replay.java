package org.huiwu.platform.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/// Learns anew what the owners have said, by this service's own listeners, from the beginning of
/// their topics up to where the live service has read, and not a record further: for a rebuild, in
/// a second instance of the service on an empty database of its own. Nothing is published.
///
/// Whatever the listeners decide on the way, before this service's own facts are there, is void:
/// what a listener has learnt never depends on it. Not thread-safe.
public final class Replay {
  private static final Logger log = LoggerFactory.getLogger(Replay.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  /// What was said first is not kept any more.
  public static final class CutException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    CutException(TopicPartition topic, long begin) {
      super(
          "The topic %s begins at %d: what was said before is not kept any more. After ./huiwu recover it is said anew."
              .formatted(topic, begin));
    }
  }

  /// @param changesets of the owners that concerned this service
  /// @param states of them that were newer than what was known
  public record Learnt(long changesets, long states) {
    public Learnt plus(Learnt more) {
      return new Learnt(changesets + more.changesets, states + more.states);
    }
  }

  private final TransactionTemplate transactions;
  private final JdbcTemplate jdbc;
  private final MessagingProperties properties;
  private final SubscriberHandler handler;
  private final RecordReading reading;
  private final Map<TopicPartition, Long> read = new HashMap<>();

  Replay(
      TransactionTemplate transactions,
      JdbcTemplate jdbc,
      MessagingProperties properties,
      SubscriberHandler handler) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.properties = properties;
    this.handler = handler;
    this.reading = RecordReading.of(handler);
  }

  /// Goes on from where the last call has ended.
  ///
  /// @param ends how far the live service has read each partition
  /// @param incarnation the live one: what was said in an earlier one was said anew in it
  /// @param batch how many changesets a transaction takes
  /// @throws CutException when a topic does not reach back to its beginning
  public Learnt upTo(Map<TopicPartition, Long> ends, int incarnation, int batch) {
    try (var consumer = new KafkaClients(properties).consumer()) {
      var partitions = List.copyOf(ends.keySet());
      consumer.assign(partitions);
      var begins = consumer.beginningOffsets(partitions);
      var log = consumer.endOffsets(partitions);
      Map<TopicPartition, Long> goals = new HashMap<>();
      for (var p : partitions) {
        consumer.seek(p, read.getOrDefault(p, begins.getOrDefault(p, 0L)));
        goals.put(p, Math.min(ends.getOrDefault(p, 0L), log.getOrDefault(p, 0L)));
      }
      var learnt = new Reading(consumer, goals, begins, incarnation, batch).all();
      read.putAll(goals);
      return learnt;
    }
  }

  /// One call's.
  private final class Reading {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> goals;
    private final Map<TopicPartition, Long> begins;
    private final int incarnation;
    private final int batch;
    private final List<Changeset> waiting = new ArrayList<>();
    private Learnt learnt = new Learnt(0, 0);

    Reading(
        KafkaConsumer<String, byte[]> consumer,
        Map<TopicPartition, Long> goals,
        Map<TopicPartition, Long> begins,
        int incarnation,
        int batch) {
      this.consumer = consumer;
      this.goals = goals;
      this.begins = begins;
      this.incarnation = incarnation;
      this.batch = batch;
    }

    Learnt all() {
      var deadline = System.nanoTime() + PATIENCE_NANOS;
      while (goals.entrySet().stream()
          .anyMatch(g -> consumer.position(g.getKey()) < g.getValue())) {
        var records = consumer.poll(POLL);
        if (!records.isEmpty()) {
          deadline = System.nanoTime() + PATIENCE_NANOS;
        } else if (System.nanoTime() > deadline) {
          throw new IllegalStateException("Kafka does not hand over " + goals.keySet());
        }
        for (var record : records) {
          var partition = new TopicPartition(record.topic(), record.partition());
          if (record.offset() < goals.getOrDefault(partition, 0L)) {
            read(record).ifPresent(c -> keep(partition, record.offset(), c));
          }
        }
      }
      takeIn();
      return learnt;
    }

    /// The live service has set aside what is no changeset, and gone on.
    private Optional<Changeset> read(ConsumerRecord<String, byte[]> record) {
      try {
        return Optional.of(reading.read(record.value()));
      } catch (JacksonException | RecordReading.IncompleteException e) {
        log.warn(
            "unreadable record at {}-{}@{}: {}",
            record.topic(),
            record.partition(),
            record.offset(),
            e.getClass().getSimpleName());
        return Optional.empty();
      }
    }

    private void keep(TopicPartition partition, long offset, Changeset changeset) {
      var begin = begins.getOrDefault(partition, 0L);
      if (offset == begin && begin > 0 && changeset.incarnation() >= incarnation) {
        throw new CutException(partition, begin);
      }
      if (changeset.incarnation() >= incarnation && handler.concerns(changeset)) {
        waiting.add(changeset);
        if (waiting.size() >= batch) {
          takeIn();
        }
      }
    }

    private void takeIn() {
      var states =
          transactions.execute(_ -> {
            ChangeLog.planFor(jdbc, waiting.stream().mapToInt(c -> c.states().size()).sum());
            return waiting.stream().mapToLong(handler::learn).sum();
          });
      learnt = learnt.plus(new Learnt(waiting.size(), states));
      waiting.clear();
    }
  }
}
