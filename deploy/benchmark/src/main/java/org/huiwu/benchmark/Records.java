package org.huiwu.benchmark;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Kafka's clients, set up as the platform's messaging sets up its own.
final class Records {
  private static final String LARGEST = "8388608";

  private Records() {}

  static KafkaProducer<String, byte[]> producer(Servers servers) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            servers.bootstrap(),
            "acks",
            "all",
            "enable.idempotence",
            "true",
            "linger.ms",
            "0",
            "buffer.memory",
            LARGEST,
            "max.request.size",
            LARGEST),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  /// Reads the topic's one partition from its beginning.
  static KafkaConsumer<String, byte[]> consumer(Servers servers, String topic) {
    var consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                servers.bootstrap(),
                "enable.auto.commit",
                "false",
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(List.of(new TopicPartition(topic, 0)));
    return consumer;
  }
}
