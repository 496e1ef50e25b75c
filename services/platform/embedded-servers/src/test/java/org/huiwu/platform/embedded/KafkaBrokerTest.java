package org.huiwu.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

  @TempDir Path folder;

  @Test
  void records_are_still_there_after_a_restart_on_another_port() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start(KafkaSettings.in(folder));
        TestTopic topic = new TestTopic(broker.bootstrap(), "changes")) {
      topic.create();
      topic.send("route switched");
    }
    try (KafkaBroker broker = KafkaBroker.start(KafkaSettings.in(folder));
        TestTopic topic = new TestTopic(broker.bootstrap(), "changes")) {
      topic.send("diet changed");
      assertThat(topic.read(2)).containsExactly("route switched", "diet changed");
    }
  }

  @Test
  void records_are_synced_before_they_are_acknowledged() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start(KafkaSettings.in(folder));
        TestTopic topic = new TestTopic(broker.bootstrap(), "changes")) {
      topic.create();
      ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, "changes");
      assertThat(topic.admin().describeConfigs(List.of(resource)).all().get().values())
          .extracting(config -> config.get("flush.messages").value())
          .containsExactly("1");
    }
  }

  @Test
  void a_record_of_several_megabytes_passes_and_a_topic_is_never_made_by_being_mentioned()
      throws Exception {
    try (KafkaBroker broker = KafkaBroker.start(KafkaSettings.in(folder));
        TestTopic topic = new TestTopic(broker.bootstrap(), "changes")) {
      assertThatThrownBy(
              () -> topic.admin().describeTopics(List.of("changes")).allTopicNames().get())
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
      topic.create();
      String large = "名".repeat(2 << 20);
      topic.send(large);
      assertThat(topic.read(1)).containsExactly(large);
    }
  }

  @Test
  void a_fatal_fault_is_reported_and_does_not_end_this_process() throws Exception {
    List<String> faults = new ArrayList<>();
    KafkaSettings settings = KafkaSettings.in(folder).withOnFault(faults::add);
    try (KafkaBroker broker = KafkaBroker.start(settings)) {
      assertThat(broker.port()).isPositive();
      for (Runnable end : List.<Runnable>of(() -> Exit.halt(1), () -> Exit.exit(1))) {
        assertThat(CompletableFuture.runAsync(end)).failsWithin(5, TimeUnit.SECONDS);
      }
      assertThat(faults).hasSize(2).allSatisfy(line -> assertThat(line).contains("fatal fault"));
    }
    assertThat(CompletableFuture.runAsync(() -> Exit.halt(1))).failsWithin(5, TimeUnit.SECONDS);
    assertThat(faults).as("a broker that has stopped hears no more").hasSize(2);
  }

  @Test
  void a_disk_that_fails_is_reported_and_the_broker_can_still_be_closed() throws Exception {
    CompletableFuture<String> fault = new CompletableFuture<>();
    KafkaSettings settings =
        KafkaSettings.in(folder).withOnFault(fault::complete).withPatience(Duration.ofSeconds(20));
    try (KafkaBroker broker = KafkaBroker.start(settings);
        TestTopic topic = new TestTopic(broker.bootstrap(), "changes")) {
      Files.move(folder.resolve("topics"), folder.resolve("gone"));
      Files.createFile(folder.resolve("topics"));
      topic.tryToCreate();
      assertThat(fault.get(20, TimeUnit.SECONDS)).contains("fatal fault");
    }
    OneLine.of(() -> KafkaBroker.start(settings)).contains(folder.toString());
  }

  @Test
  void a_second_broker_on_the_same_folder_is_refused_in_one_clear_line() {
    try (KafkaBroker broker = KafkaBroker.start(KafkaSettings.in(folder))) {
      assertThat(broker.bootstrap()).startsWith("127.0.0.1:");
      OneLine.of(() -> KafkaBroker.start(KafkaSettings.in(folder)))
          .contains(folder.toString(), "in use by", "name another folder");
    }
  }

  @Test
  void a_setting_kafka_does_not_accept_is_refused_in_one_clear_line() {
    Map<String, String> wrong = Map.of("num.io.threads", "none");
    OneLine.of(() -> KafkaBroker.start(KafkaSettings.in(folder).withOptions(wrong)))
        .contains("num.io.threads", folder.toString());
  }
}
