package org.huiwu.venue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.WireJson;

/// What venue has published on Kafka, changes and receipts.
public final class Published implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Changeset> read = new ArrayList<>();

  Published(String bootstrap, String topics) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    for (var topic : List.of(topics + "venue.changes", topics + "ripples")) {
      consumer
          .partitionsFor(topic)
          .forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /// The changeset with that id.
  Changeset change(UUID id) {
    return first("change " + id, c -> c.id().equals(id));
  }

  /// The changeset with which venue acknowledged one of somebody else's.
  Changeset reactionTo(UUID changeset) {
    return first(
        "receipt for " + changeset,
        c -> c.receipts().stream().anyMatch(r -> r.changeset().equals(changeset)));
  }

  private Changeset first(String what, Predicate<Changeset> wanted) {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      var found = read.stream().filter(wanted).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      consumer
          .poll(Duration.ofMillis(200))
          .forEach(r -> read.add(WireJson.mapper().readValue(r.value(), Changeset.class)));
    }
    throw new AssertionError(what + " was not published");
  }

  @Override
  public void close() {
    consumer.close();
  }
}
