package org.huiwu.notification;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.WireJson;

/// The other services, as far as notification reads them.
public final class Services implements AutoCloseable {
  private final KafkaProducer<String, byte[]> producer;
  private final String topics;

  public Services(String bootstrap, String topics) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringSerializer(),
            new ByteArraySerializer());
    this.topics = topics;
  }

  /// Each record on the topic where it belongs; topics are read side by side.
  public void say(Changeset... changesets) {
    for (var changeset : changesets) {
      send("ripples", changeset);
    }
  }

  /// All on one topic, so that they are read in exactly this order.
  public void sayInOrder(List<Changeset> changesets) {
    changesets.forEach(changeset -> send("ripples", changeset));
  }

  private void send(String topic, Changeset changeset) {
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

  @Override
  public void close() {
    producer.close();
  }
}
