package org.huiwu.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangesetConsumerTest {
  private final UUID conference = UUID.randomUUID();
  private SmallService service;
  private Topics topics;

  @BeforeEach
  void a_service() throws Exception {
    service = SmallService.create();
    topics = new Topics(service);
  }

  @AfterEach
  void gone() {
    service.close();
  }

  private Running consumer() {
    return consumer(service, service.kafka().consumer());
  }

  private static Running consumer(SmallService service, Consumer<String, byte[]> kafka) {
    return new Running(() -> {
      try (kafka) {
        new ChangesetConsumer(
                kafka,
                service.handler,
                service.transactions,
                service.jdbc,
                new Offsets(service.jdbc),
                service.properties)
            .run();
      }
      return "ended";
    });
  }

  private void awaitFacts(String... expected) {
    awaitFacts(service, expected);
  }

  private void awaitFacts(SmallService service, String... expected) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(service.facts(conference)).containsExactly(expected));
  }

  private long offsets() {
    return service.jdbc.queryForList("select next_offset from consumer_offset", Long.class).stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  @Test
  void what_a_relay_sends_twice_is_applied_once() throws Exception {
    var twice = Said.by("host", conference, Said.guest("ada", 1, "Ada"));
    topics.say(twice);
    topics.say(twice);
    topics.say(Said.by("host", conference, Said.guest("bob", 1, "Bob")));
    try (var _ = consumer()) {
      awaitFacts("ada=Ada x1", "bob=Bob x1");
      assertThat(service.receipts(conference)).hasSize(2);
    }
    assertThat(offsets()).isEqualTo(3);
  }

  @Test
  void offsets_move_with_the_projection_and_a_failure_rolls_both_back() throws Exception {
    service.jdbc.execute(
        "create function die() returns trigger language plpgsql as 'begin raise exception ''no offsets'' using errcode = ''57P03''; end'");
    service.jdbc.execute(
        "create trigger no_offsets before update on consumer_offset for each row when (new.next_offset > old.next_offset) execute function die()");
    topics.say(Said.by("host", conference, Said.guest("ada", 1, "Ada")));
    try (var failing = consumer()) {
      assertThat(failing.end()).isPresent();
    }
    assertThat(service.facts(conference)).isEmpty();
    assertThat(service.written(conference)).isEmpty();
    assertThat(service.jdbc.queryForObject("select count(*) from inbox", Integer.class)).isZero();
    assertThat(offsets()).isZero();

    service.jdbc.execute("drop trigger no_offsets on consumer_offset");
    try (var _ = consumer()) {
      awaitFacts("ada=Ada x1");
    }
    assertThat(offsets()).isEqualTo(1);
  }

  @Test
  void a_consumer_whose_offset_was_moved_by_another_is_stopped() throws Exception {
    topics.say(Said.by("host", conference, Said.guest("ada", 1, "Ada")));
    try (var stale = consumer()) {
      awaitFacts("ada=Ada x1");
      service.jdbc.update("update consumer_offset set next_offset = next_offset + 5");
      topics.say(Said.by("host", conference, Said.guest("bob", 1, "Bob")));
      assertThat(stale.end()).get().isInstanceOf(Offsets.MovedException.class);
    }
    assertThat(service.facts(conference)).containsExactly("ada=Ada x1");
  }

  /// A broker hears of a new topic a moment after the one who made it has been told that it is
  /// there.
  @Test
  void a_topic_that_the_broker_does_not_know_yet_is_waited_for_and_read() throws Exception {
    try (var early = SmallService.create()) {
      var looked = new CountDownLatch(1);
      try (var _ = consumer(early, noting(looked, early.kafka().consumer()))) {
        assertThat(looked.await(20, TimeUnit.SECONDS)).isTrue();
        new Topics(early).say(Said.by("host", conference, Said.guest("ada", 1, "Ada")));
        awaitFacts(early, "ada=Ada x1");
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Consumer<String, byte[]> noting(
      CountDownLatch looked, Consumer<String, byte[]> kafka) {
    return (Consumer<String, byte[]>)
        Proxy.newProxyInstance(
            Consumer.class.getClassLoader(),
            new Class<?>[] {Consumer.class},
            (_, method, arguments) -> {
              try {
                return method.invoke(kafka, arguments);
              } finally {
                if (method.getName().equals("partitionsFor")) {
                  looked.countDown();
                }
              }
            });
  }

  @Test
  void what_concerns_nobody_here_moves_the_offset_with_the_next_that_does() {
    var partition = new TopicPartition("one", 0);
    var other = new TopicPartition("two", 0);
    var offsets = new Offsets(service.jdbc);
    try (var kafka = new MockConsumer<String, byte[]>("earliest")) {
      kafka.assign(List.of(partition, other));
      kafka.updateBeginningOffsets(Map.of(partition, 0L, other, 0L));
      kafka.seekToBeginning(kafka.assignment());
      offsets.adopt(kafka.assignment(), kafka);
    }
    offsets.passed(Map.of(partition, new Offsets.Position(7, 0)));
    assertThat(offsets.load()).containsEntry(partition, new Offsets.Position(0, -1));
    var moved = Map.of(other, new Offsets.Position(3, 0));
    service.transactions.executeWithoutResult(_ -> offsets.move(moved));
    offsets.moved(moved);
    assertThat(offsets.load())
        .isEqualTo(
            Map.of(partition, new Offsets.Position(7, 0), other, new Offsets.Position(3, 0)));
  }

  @Test
  void an_unreadable_record_is_set_aside_and_the_partition_goes_on() throws Exception {
    topics.say("host", conference, "{ this is no JSON");
    topics.say("host", conference, null);
    topics.say("host", conference, "null");
    topics.say("host", conference, "{\"id\": \"" + UUID.randomUUID() + "\"}");
    var stateless =
        WireJson.mapper()
            .writeValueAsString(Said.by("host", conference, Said.guest("eve", 1, "Eve")))
            .replace("\"id\":\"eve\"", "\"id\":null");
    topics.say("host", conference, stateless);
    topics.say(Said.by("host", conference, Said.guest("ada", 1, "Ada")));
    try (var _ = consumer()) {
      awaitFacts("ada=Ada x1");
    }
    assertThat(
            service.jdbc.queryForList(
                "select record_offset from unreadable order by record_offset", Long.class))
        .containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(offsets()).isEqualTo(6);
  }

  @Test
  void a_batch_with_one_that_fails_is_taken_one_by_one_and_the_others_go_on() throws Exception {
    service.poisonous.add("bob");
    topics.say(Said.by("host", conference, Said.guest("ada", 1, "Ada")));
    var bad = Said.by("host", conference, Said.guest("bob", 1, "Bob"));
    topics.say(bad);
    topics.say(Said.by("host", conference, Said.guest("cyd", 1, "Cyd")));
    topics.say(Said.by("house", conference, Said.room("101", 1, "garden")));
    try (var _ = consumer()) {
      awaitFacts("101=garden x1", "ada=Ada x1", "cyd=Cyd x1");
    }
    assertThat(service.receipts(conference)).hasSize(4);
    assertThat(service.receipts(conference))
        .filteredOn(r -> !r.parked().isEmpty())
        .extracting(Changeset.Receipt::changeset)
        .containsExactly(bad.id());
  }
}
