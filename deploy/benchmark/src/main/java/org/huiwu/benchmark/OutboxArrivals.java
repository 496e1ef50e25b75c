package org.huiwu.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.huiwu.benchmark.method.Arrivals;
import org.huiwu.benchmark.method.Passage;

/// Reads the topic of the ripples as changes arrive there, whoever has carried them.
final class OutboxArrivals implements AutoCloseable {
  static final String TOPIC = "huiwu.ripples";
  private static final Duration LOOK = Duration.ofMillis(50);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread reader;
  private volatile boolean closing;
  private Passage passage = new Passage(Arrivals.atOnce(0));
  private Tally tally = new Tally();

  OutboxArrivals(Servers servers) {
    consumer = Records.consumer(servers, TOPIC);
    consumer.seekToEnd(consumer.assignment());
    consumer.assignment().forEach(consumer::position);
    reader = Thread.ofPlatform().daemon().name("arrivals").start(this::read);
  }

  /// From here on arrivals are this block's.
  synchronized void expect(Passage passage) {
    this.passage = passage;
    tally = new Tally();
  }

  /// The block's, so far.
  synchronized Tally tally() {
    return tally;
  }

  private void read() {
    while (!closing) {
      for (var record : consumer.poll(LOOK)) {
        Moved.in(new String(record.value(), StandardCharsets.UTF_8))
            .ifPresent(moved -> arrived(record.key(), moved));
      }
    }
    consumer.close();
  }

  private synchronized void arrived(String conference, Moved moved) {
    if (tally.arrived(conference, moved.order())) {
      passage.ended(moved.n(), System.nanoTime());
    }
  }

  /// How far the topic has come.
  static long end(KafkaConsumer<?, ?> any, String topic) {
    var partition = new TopicPartition(topic, 0);
    return any.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
  }

  @Override
  public void close() {
    closing = true;
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
