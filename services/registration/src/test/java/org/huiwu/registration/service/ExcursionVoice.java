package org.huiwu.registration.service;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.messaging.WireJson;

/// Excursion, as far as registration hears of it.
final class ExcursionVoice implements AutoCloseable {
  private final KafkaProducer<String, byte[]> producer;
  private final String topics;

  ExcursionVoice(String bootstrap, String topics) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringSerializer(),
            new ByteArraySerializer());
    this.topics = topics;
  }

  static AggregateState route(String code, String name, long version, boolean cancelled) {
    var state =
        """
        {"code": "%s", "name": "%s", "departs": "2026-06-09T14:00", "returns": "2026-06-10T19:00",
         "cancelled": %s}\
        """
            .formatted(code, name, cancelled);
    return new AggregateState(
        "excursion.route",
        code,
        version,
        version == 1 ? "route-planned" : "route-changed",
        WireJson.mapper().readTree(state));
  }

  /// Says on which route a person is.
  ///
  /// @return the changeset's id
  UUID places(UUID conference, String person, String route, long version) {
    var state = "{\"route\": \"%s\", \"bus\": \"\", \"absent\": false}".formatted(route);
    return says(
        conference,
        new AggregateState(
            "excursion.membership",
            person,
            version,
            "route-switched",
            WireJson.mapper().readTree(state)));
  }

  /// @return the changeset's id
  UUID says(UUID conference, AggregateState... routes) {
    var id = UUID.randomUUID();
    var changeset =
        new Changeset(
            id,
            conference,
            1,
            "excursion",
            id,
            null,
            Changeset.Part.WHOLE,
            new Origin("plan-routes", "planner", "excursion", null, Instant.EPOCH),
            List.of(routes),
            List.of(),
            List.of("registration"),
            List.of());
    producer.send(
        new ProducerRecord<>(
            topics + "excursion.changes",
            conference.toString(),
            WireJson.mapper().writeValueAsString(changeset).getBytes(StandardCharsets.UTF_8)));
    producer.flush();
    return id;
  }

  @Override
  public void close() {
    producer.close();
  }
}
