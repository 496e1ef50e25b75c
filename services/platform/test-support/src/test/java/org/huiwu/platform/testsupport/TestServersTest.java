package org.huiwu.platform.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.huiwu.platform.embedded.Durability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestServersTest {

  @TempDir Path base;

  @Test
  void a_test_gets_a_database_and_topics_of_its_own() throws Exception {
    TestServers servers = TestServers.acquire();
    assertThat(TestServers.acquire()).isSameAs(servers);
    TestDatabase one = servers.newDatabase("excursion");
    TestDatabase other = servers.newDatabase("excursion");
    assertThat(one.name()).startsWith("excursion_").isNotEqualTo(other.name());
    try (Connection connection =
            DriverManager.getConnection(one.jdbcUrl(), one.username(), one.password());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select current_database()")) {
      assertThat(result.next()).isTrue();
      assertThat(result.getString(1)).isEqualTo(one.name());
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrap()))) {
      String topic = servers.newTopicPrefix() + "excursion.changes";
      admin
          .createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
          .all()
          .get(20, TimeUnit.SECONDS);
      // the broker learns of it a moment after the controller has answered
      await()
          .untilAsserted(() ->
              assertThat(admin.listTopics().names().get(20, TimeUnit.SECONDS)).contains(topic));
    }
  }

  @Test
  void the_second_process_finds_the_servers_of_the_first_and_a_killed_host_is_replaced()
      throws Exception {
    TestServers mine = TestServers.acquireIn(base, Durability.FAST);
    Process other = AnotherTestProcess.spawn(base);
    assertThat(other.inputReader().readLine())
        .isEqualTo("host " + mine.announcement().pid() + " " + mine.bootstrap());

    ProcessHandle host = ProcessHandle.of(mine.announcement().pid()).orElseThrow();
    host.destroyForcibly();
    host.onExit().get(20, TimeUnit.SECONDS);
    TestServers next = TestServers.acquireIn(base, Durability.FAST);
    assertThat(next.announcement().pid()).isNotEqualTo(host.pid());
    next.newDatabase("after");

    end(next, other);
    mine.release();
  }

  @Test
  void servers_for_benchmarks_sync_to_disk_and_the_host_takes_its_data_with_it() throws Exception {
    Path ofAKilledHost = base.resolve("durable/data-999999999/kafka");
    Files.createDirectories(ofAKilledHost);
    TestServers durable = TestServers.acquireIn(base, Durability.DURABLE);
    assertThat(ofAKilledHost).doesNotExist();
    TestDatabase database = durable.newDatabase("bench");
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("show fsync")) {
      assertThat(result.next()).isTrue();
      assertThat(result.getString(1)).isEqualTo("on");
    }
    ProcessHandle host = ProcessHandle.of(durable.announcement().pid()).orElseThrow();
    Files.delete(Announcement.fileIn(base.resolve("durable")));
    durable.release();
    host.onExit().get(30, TimeUnit.SECONDS);
    assertThat(dataIn(base.resolve("durable"))).isEmpty();
  }

  /// As if the build had been cleaned: what cannot be found ends with its last client.
  private void end(TestServers servers, Process client) throws Exception {
    ProcessHandle host = ProcessHandle.of(servers.announcement().pid()).orElseThrow();
    Files.delete(Announcement.fileIn(base.resolve("fast")));
    servers.release();
    client.destroyForcibly().waitFor();
    await().atMost(Duration.ofSeconds(30)).until(() -> !host.isAlive());
  }

  private static List<Path> dataIn(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> entry.toString().contains("data-")).toList();
    }
  }
}
