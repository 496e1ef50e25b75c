package org.huiwu.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
  private final Map<String, Integer> latest = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private int inverted;
  private int doubled;

  OutboxArrivals(Servers servers) {
    consumer = Records.consumer(servers, TOPIC);
    consumer.seekToEnd(consumer.assignment());
    consumer.assignment().forEach(consumer::position);
    reader = Thread.ofPlatform().daemon().name("arrivals").start(this::read);
  }

  /// From here on arrivals are this block's.
  synchronized void expect(Passage passage) {
    this.passage = passage;
    seen.clear();
    inverted = 0;
    doubled = 0;
  }

  /// How many came after one of their conference that was committed later.
  synchronized int inverted() {
    return inverted;
  }

  /// How many came again.
  synchronized int doubled() {
    return doubled;
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
    if (!seen.add(conference + '/' + moved.order())) {
      doubled++;
      return;
    }
    if (latest.getOrDefault(conference, -1) > moved.order()) {
      inverted++;
    }
    latest.merge(conference, moved.order(), Math::max);
    passage.ended(moved.n(), System.nanoTime());
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
