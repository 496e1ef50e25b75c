package org.huiwu.registration.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.messaging.WireJson;

/// What registration has published on Kafka, changes and receipts.
final class Published implements AutoCloseable {
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
    for (var topic : List.of(topics + "registration.changes", topics + "ripples")) {
      consumer
          .partitionsFor(topic)
          .forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  Changeset change(Desk.Answer answer) {
    return change(answer.change().orElseThrow(() -> new AssertionError("nothing changed")));
  }

  /// The changeset with that id.
  Changeset change(UUID id) {
    return first("change " + id, c -> c.id().equals(id));
  }

  /// All parts of a change, in their order.
  List<Changeset> parts(UUID root) {
    List<Changeset> parts = new ArrayList<>();
    for (var next = Optional.of(root); next.isPresent(); ) {
      var part = change(next.get());
      parts.add(part);
      next = Optional.ofNullable(part.part().next());
    }
    return parts;
  }

  /// Who asked for a change: said by its first part.
  static Origin origin(Changeset root) {
    return Objects.requireNonNull(root.origin());
  }

  /// Waits until registration has acknowledged somebody else's changeset.
  void awaitReceiptFor(UUID changeset) {
    first(
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
