package org.huiwu.platform.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// A topic of one partition, written and read from its beginning.
record TestTopic(String bootstrap, String name, Admin admin) implements AutoCloseable {

  TestTopic(String bootstrap, String name) {
    this(bootstrap, name, Admin.create(Map.of("bootstrap.servers", bootstrap)));
  }

  void create() throws Exception {
    admin
        .createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty())))
        .all()
        .get(20, TimeUnit.SECONDS);
  }

  /// Asks for the topic; whether it will ever be made is left open.
  void tryToCreate() {
    var _ = admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty()))).all();
  }

  void send(String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "acks", "all", "max.request.size", 8 << 20),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(name, value)).get(20, TimeUnit.SECONDS);
    }
  }

  List<String> read(int count) {
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringDeserializer(),
            new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(name, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (values.size() < count && System.nanoTime() < deadline) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          values.add(record.value());
        }
      }
    }
    return values;
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
