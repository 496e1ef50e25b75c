package org.huiwu.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.huiwu.platform.testsupport.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private final UUID conference = UUID.randomUUID();
  private SmallService live;
  private SmallService second;
  private Topics topics;

  @BeforeEach
  void two_instances() throws Exception {
    live = SmallService.create();
    second = SmallService.on(TestServers.acquire().newDatabase("second"), live.properties);
    topics = new Topics(live);
  }

  @AfterEach
  void gone() {
    second.close();
    live.close();
  }

  private Replay replay() {
    return new Replay(second.transactions, second.jdbc, live.properties, second.handler);
  }

  private Map<TopicPartition, Long> ends() {
    try (var consumer = live.kafka().consumer()) {
      return Map.copyOf(
          consumer.endOffsets(
              consumer.partitionsFor(live.properties.changesTopic("host")).stream()
                  .map(p -> new TopicPartition(p.topic(), p.partition()))
                  .collect(Collectors.toSet())));
    }
  }

  private void sayOfAdaAndBob() throws Exception {
    var twice = Said.by("host", conference, Said.guest("ada", 2, "Ada L."));
    topics.say(Said.by("host", conference, Said.guest("ada", 1, "Ada")));
    topics.say(twice);
    topics.say(twice);
    topics.say(Said.by("host", conference, Said.guest("bob", 1, "Bob")));
    topics.say(Said.by("host", conference, Said.guest("ada", 1, "Ada, late")));
    topics.say("host", conference, "{\"no\": \"changeset\"}");
  }

  @Test
  void what_was_said_is_learnt_one_by_one_and_nothing_comes_of_it() throws Exception {
    sayOfAdaAndBob();
    assertThat(replay().upTo(ends(), 1, 1)).isEqualTo(new Replay.Learnt(5, 3));
    assertThat(second.facts(conference)).containsExactly("ada=Ada L. x2", "bob=Bob x1");
    assertThat(second.written(conference)).isEmpty();
  }

  @Test
  void in_transactions_of_many_the_same_is_learnt() throws Exception {
    sayOfAdaAndBob();
    assertThat(replay().upTo(ends(), 1, 500)).isEqualTo(new Replay.Learnt(5, 3));
    assertThat(second.facts(conference)).containsExactly("ada=Ada L. x2", "bob=Bob x1");
  }

  @Test
  void nothing_is_learnt_beyond_where_the_live_service_has_read_and_it_goes_on_from_there()
      throws Exception {
    topics.say(Said.by("host", conference, Said.guest("ada", 1, "Ada")));
    var until = ends();
    topics.say(Said.by("host", conference, Said.guest("bob", 1, "Bob")));
    var replay = replay();
    replay.upTo(until, 1, 500);
    assertThat(second.facts(conference)).containsExactly("ada=Ada x1");
    replay.upTo(ends(), 1, 500);
    assertThat(second.facts(conference)).containsExactly("ada=Ada x1", "bob=Bob x1");
  }

  @Test
  void a_topic_that_does_not_reach_back_to_its_beginning_is_refused() throws Exception {
    topics.say(Said.by("host", conference, Said.guest("ada", 1, "Ada")));
    var forgotten = ends();
    topics.say(Said.by("host", conference, Said.guest("bob", 1, "Bob")));
    try (var admin = live.kafka().admin()) {
      admin
          .deleteRecords(
              forgotten.entrySet().stream()
                  .collect(
                      Collectors.toMap(
                          Map.Entry::getKey, e -> RecordsToDelete.beforeOffset(e.getValue()))))
          .all()
          .get();
    }
    var ends = ends();
    assertThatThrownBy(() -> replay().upTo(ends, 1, 500))
        .isInstanceOf(Replay.CutException.class)
        .hasMessageContaining("recover");
    assertThat(second.facts(conference)).isEmpty();
  }

  @Test
  void what_an_earlier_incarnation_said_was_said_anew_since() throws Exception {
    sayOfAdaAndBob();
    assertThat(replay().upTo(ends(), 2, 500)).isEqualTo(new Replay.Learnt(0, 0));
    assertThat(second.facts(conference)).isEmpty();
  }
}
