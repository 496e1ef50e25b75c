package org.huiwu.platform.conversations;

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

/// What a service has published on Kafka, changes and receipts. Whatever is asked for is waited
/// for; an [AssertionError] says what did not come within 20 seconds.
public final class Published implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Changeset> read = new ArrayList<>();

  /// @param topics the prefix of all topics
  public Published(String bootstrap, String topics, String service) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    for (var topic : List.of(topics + service + ".changes", topics + "ripples")) {
      consumer
          .partitionsFor(topic)
          .forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  public Changeset change(Desk.Answer answer) {
    return change(answer.changeId());
  }

  /// The changeset with that id.
  public Changeset change(UUID id) {
    return first("change " + id, c -> c.id().equals(id));
  }

  /// All parts of a change, in their order.
  public List<Changeset> parts(UUID root) {
    List<Changeset> parts = new ArrayList<>();
    for (var next = Optional.of(root); next.isPresent(); ) {
      var part = change(next.get());
      parts.add(part);
      next = Optional.ofNullable(part.part().next());
    }
    return parts;
  }

  /// Who asked for a change: said by its first part.
  public static Origin origin(Changeset root) {
    return Objects.requireNonNull(root.origin());
  }

  /// The changeset with which the service acknowledged one of somebody else's.
  public Changeset reactionTo(UUID changeset) {
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
