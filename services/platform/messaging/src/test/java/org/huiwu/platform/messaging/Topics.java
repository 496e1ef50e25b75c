package org.huiwu.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// The other end of a service's topics.
final class Topics {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final SmallService service;

  Topics(SmallService service) throws ExecutionException, InterruptedException {
    this.service = service;
    service.createTopics();
  }

  void say(Changeset changeset) throws ExecutionException, InterruptedException {
    say(
        changeset.service(),
        changeset.conference(),
        WireJson.mapper().writeValueAsString(changeset));
  }

  void say(String owner, UUID conference, @Nullable String payload)
      throws ExecutionException, InterruptedException {
    try (var producer = service.kafka().producer()) {
      producer
          .send(
              new ProducerRecord<>(
                  service.properties.changesTopic(owner),
                  conference.toString(),
                  payload == null ? null : payload.getBytes(StandardCharsets.UTF_8)))
          .get();
    }
  }

  /// Reads everything that the kitchen published until it is enough.
  List<Changeset> published(Predicate<List<Changeset>> enough) {
    return read(service.properties.ripplesTopic(), enough);
  }

  /// Reads what the kitchen published for subscribers to act upon until it is enough.
  List<Changeset> toActUpon(Predicate<List<Changeset>> enough) {
    return read(service.properties.changesTopic("kitchen"), enough);
  }

  private List<Changeset> read(String topic, Predicate<List<Changeset>> enough) {
    List<Changeset> read = new ArrayList<>();
    try (var consumer = service.kafka().consumer()) {
      var partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!enough.test(read)) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("only " + read.size() + " changesets were published");
        }
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(r -> read.add(WireJson.mapper().readValue(r.value(), Changeset.class)));
      }
    }
    return read;
  }

  private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(p -> new TopicPartition(topic, p.partition()))
        .toList();
  }
}
