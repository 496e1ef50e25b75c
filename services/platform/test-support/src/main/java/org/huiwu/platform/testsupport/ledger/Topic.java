package org.huiwu.platform.testsupport.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Everything that a topic holds now, in its own order.
public final class Topic {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SOURCE = "/huiwu/";

  /// A record as its headers say it.
  ///
  /// @param id the changeset's
  public record Published(UUID id, UUID conference, String service) {}

  private Topic() {}

  /// @throws IllegalStateException when the broker does not hand it over in time
  public static List<Published> read(String bootstrap, String topic) {
    List<Published> read = new ArrayList<>();
    try (var consumer = consumer(bootstrap)) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var deadline = System.nanoTime() + PATIENCE.toNanos();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("the broker does not hand over all of " + topic);
        }
        consumer.poll(POLL).forEach(r -> read.add(published(r.headers())));
      }
    }
    return read;
  }

  private static KafkaConsumer<String, byte[]> consumer(String bootstrap) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            bootstrap,
            "enable.auto.commit",
            "false",
            "auto.offset.reset",
            "earliest",
            "allow.auto.create.topics",
            "false"),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private static Published published(Headers headers) {
    return new Published(
        UUID.fromString(text(headers, "ce_id")),
        UUID.fromString(text(headers, "ce_subject")),
        text(headers, "ce_source").substring(SOURCE.length()));
  }

  private static String text(Headers headers, String name) {
    return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
