package org.huiwu.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.huiwu.platform.testsupport.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The messenger step by step, on a broker that is not there.
class MessengerStepsTest {
  private static final MessagingProperties NOTHING_RESENT =
      new MessagingProperties("kitchen", "nowhere:1", "steps.", 1, (short) 1, Map.of(), 0, 50);

  private final UUID conference = UUID.randomUUID();
  private final MockProducer<String, byte[]> sent =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private SmallService service;
  private TopicPartition said;

  @BeforeEach
  void a_service() {
    service = SmallService.on(TestServers.acquire().newDatabase("kitchen"), NOTHING_RESENT);
    said = new TopicPartition(service.properties.changesTopic("host"), 0);
  }

  @AfterEach
  void gone() {
    service.close();
  }

  private MessengerSteps started(MockConsumer<String, byte[]> consumer) throws Exception {
    for (var owner : service.handler.owners()) {
      var topic = service.properties.changesTopic(owner);
      var partition = new TopicPartition(topic, 0);
      consumer.updatePartitions(topic, List.of(new PartitionInfo(topic, 0, null, null, null)));
      consumer.updateBeginningOffsets(Map.of(partition, 0L));
      consumer.updateEndOffsets(Map.of(partition, 100L));
    }
    return service.messenger().inSteps(sent, consumer);
  }

  private static MockConsumer<String, byte[]> consumer() {
    return new MockConsumer<>("earliest");
  }

  private void lay(MockConsumer<String, byte[]> consumer, long offset, Changeset changeset) {
    var value = WireJson.mapper().writeValueAsString(changeset).getBytes(StandardCharsets.UTF_8);
    consumer.addRecord(new ConsumerRecord<>(said.topic(), 0, offset, conference.toString(), value));
  }

  private List<UUID> sentIds() {
    return sent.history().stream()
        .map(ProducerRecord::value)
        .map(v -> WireJson.mapper().readValue(v, Changeset.class).id())
        .distinct()
        .toList();
  }

  @Test
  void nothing_is_read_or_sent_before_its_step() throws Exception {
    var consumer = consumer();
    try (var steps = started(consumer)) {
      lay(consumer, 0, Said.by("host", conference, Said.guest("ada", 1, "Ada")));
      assertThat(service.facts(conference)).isEmpty();
      steps.read();
      assertThat(service.facts(conference)).containsExactly("ada=Ada x1");
      assertThat(sent.history()).isEmpty();
      steps.send();
      assertThat(sentIds()).containsExactly(service.written(conference).getFirst().id());
    }
  }

  @Test
  void after_a_crash_it_reads_on_where_its_last_commit_was_and_sends_what_was_not_sent()
      throws Exception {
    var first = consumer();
    try (var steps = started(first)) {
      lay(first, 0, Said.by("host", conference, Said.guest("ada", 1, "Ada")));
      steps.read();
    }
    var second = consumer();
    try (var steps = started(second)) {
      assertThat(second.position(said)).isEqualTo(1);
      steps.send();
      assertThat(sentIds()).hasSize(1);
    }
  }

  @Test
  void what_was_sent_is_sent_again_unless_the_cursor_was_saved() throws Exception {
    var consumer = consumer();
    try (var steps = started(consumer)) {
      lay(consumer, 0, Said.by("host", conference, Said.guest("ada", 1, "Ada")));
      steps.read();
      steps.send();
    }
    sent.clear();
    try (var steps = started(consumer())) {
      steps.send();
      assertThat(sentIds()).as("the cursor was not saved").hasSize(1);
      steps.saveCursor();
    }
    service.changes.change(
        conference,
        Said.CLERK,
        scope -> {
          scope.changed("kitchen.plate", "p", 1, "plate-laid", new SmallService.Plate("p"));
          return "p";
        });
    sent.clear();
    try (var steps = started(consumer())) {
      steps.send();
      assertThat(sentIds())
          .as("the cursor was saved")
          .containsExactly(service.written(conference).getLast().id());
    }
  }

  @Test
  void a_messenger_that_runs_takes_no_steps() {
    var messenger = service.messenger();
    messenger.start();
    try {
      assertThatThrownBy(() -> messenger.inSteps(sent, consumer()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("kitchen");
    } finally {
      messenger.stop();
    }
  }
}
