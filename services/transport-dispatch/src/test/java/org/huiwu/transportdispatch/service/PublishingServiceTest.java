package org.huiwu.transportdispatch.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.WireJson;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;

/// What others read of this service on Kafka.
class PublishingServiceTest extends OnRealServers {

  PublishingServiceTest(@Autowired JdbcTemplate jdbc, @LocalServerPort int port) {
    super(jdbc, port);
  }

  @Test
  void a_change_arrives_on_kafka_with_its_states_manifests_and_those_who_must_answer() {
    plan(bus("X1A", "R1"));

    var replaced = desk.edit(HttpMethod.PUT, "/trips/X1A/vehicle", "{\"plate\": \"桂A53493\"}", "1");

    var changeset = published(replaced.changeId());
    assertThat(changeset.service()).isEqualTo("transport-dispatch");
    assertThat(changeset.conference()).isEqualTo(conference);
    assertThat(changeset.subscribers()).contains("excursion");
    assertThat(changeset.states()).extracting(s -> s.event()).containsExactly("vehicle-replaced");
    assertThat(changeset.manifests()).extracting(m -> m.manifest()).containsExactly("trip:X1A");
    assertThat(changeset.origin()).isNotNull();
  }

  private Changeset published(UUID id) {
    Map<UUID, Changeset> seen = new HashMap<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", SERVERS.bootstrap()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var topic = TOPICS + "transport-dispatch.changes";
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> {
            for (var record : consumer.poll(Duration.ofMillis(50))) {
              var changeset = WireJson.mapper().readValue(record.value(), Changeset.class);
              seen.put(changeset.id(), changeset);
            }
            return seen.containsKey(id);
          });
    }
    return Objects.requireNonNull(seen.get(id));
  }
}
