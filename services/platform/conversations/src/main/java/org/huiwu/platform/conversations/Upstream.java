package org.huiwu.platform.conversations;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.messaging.StateJson;
import org.huiwu.platform.messaging.WireJson;

/// The other services, as far as one hears of them: says what they would say on Kafka.
public final class Upstream implements AutoCloseable {
  private final KafkaProducer<String, byte[]> producer;
  private final String topics;
  private final String listener;

  /// @param topics the prefix of all topics
  /// @param listener the service that has to answer
  public Upstream(String bootstrap, String topics, String listener) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringSerializer(),
            new ByteArraySerializer());
    this.topics = topics;
    this.listener = listener;
  }

  /// Says that these are the new states of `service`'s aggregates.
  ///
  /// @return the changeset's id
  public UUID says(UUID conference, String service, AggregateState... states) {
    var id = UUID.randomUUID();
    send(
        service + ".changes",
        new Changeset(
            id,
            conference,
            1,
            service,
            id,
            null,
            Changeset.Part.WHOLE,
            new Origin("test", "tester", service, null, Instant.EPOCH),
            Arrays.asList(states),
            List.of(),
            List.of(listener),
            List.of()));
    return id;
  }

  /// Sends any record, and returns when Kafka has it.
  ///
  /// @param topic without the prefix
  public void send(String topic, Changeset changeset) {
    var value = WireJson.mapper().writeValueAsString(changeset).getBytes(StandardCharsets.UTF_8);
    try {
      producer
          .send(new ProducerRecord<>(topics + topic, changeset.conference().toString(), value))
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// @param json the whole state, as its owner publishes it
  public static AggregateState state(
      String aggregate, String id, long version, String event, String json) {
    return new AggregateState(
        aggregate, id, version, event, StateJson.of(WireJson.mapper().readTree(json)));
  }

  @Override
  public void close() {
    producer.close();
  }
}
