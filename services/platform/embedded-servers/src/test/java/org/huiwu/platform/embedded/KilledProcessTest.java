package org.huiwu.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` of a process that holds both servers, then a start on its data.
class KilledProcessTest {

  @TempDir Path folder;

  @Test
  void everything_acknowledged_is_there_after_a_kill_and_no_server_is_left_behind()
      throws Exception {
    int acknowledged = killAfterCommits(20);
    ProcessHandle left = postmaster();
    assertRestartHolds(acknowledged);
    assertThat(left.isAlive()).as("the killed process's PostgreSQL").isFalse();
  }

  @Test
  void a_server_that_outlived_even_its_guard_is_stopped_and_started_anew() throws Exception {
    Process process = ServersInAProcess.spawn(folder);
    int acknowledged = readCommits(process, 5);
    ProcessHandle postmaster = postmaster();
    // the shell that would stop PostgreSQL, and its waiting part
    ProcessHandle guard = postmaster.parent().orElseThrow();
    guard
        .children()
        .filter(child -> child.pid() != postmaster.pid())
        .forEach(ProcessHandle::destroyForcibly);
    guard.destroyForcibly();
    process.destroyForcibly().waitFor();
    assertThat(postmaster.isAlive()).isTrue();
    assertRestartHolds(acknowledged);
    assertThat(postmaster.isAlive()).isFalse();
  }

  @Test
  void a_server_that_was_itself_killed_with_all_its_sessions_recovers() throws Exception {
    Process process = ServersInAProcess.spawn(folder);
    int acknowledged = readCommits(process, 5);
    ProcessHandle postmaster = postmaster();
    List<ProcessHandle> sessions = postmaster.children().toList();
    postmaster.destroyForcibly();
    sessions.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
    for (ProcessHandle session : sessions) {
      session.onExit().get(20, TimeUnit.SECONDS);
    }
    assertThat(folder.resolve("postgres/cluster/postmaster.pid")).content().contains("ready");
    assertRestartHolds(acknowledged);
  }

  @Test
  void a_folder_held_by_another_process_is_refused_with_its_number() throws Exception {
    Process process = ServersInAProcess.spawn(folder);
    try {
      readCommits(process, 1);
      String owner = "process " + process.pid();
      OneLine.of(() -> PostgresServer.start(PostgresSettings.in(folder.resolve("postgres"))))
          .contains(owner, folder.resolve("postgres").toString());
      OneLine.of(() -> KafkaBroker.start(KafkaSettings.in(folder.resolve("kafka"))))
          .contains(owner, folder.resolve("kafka").toString());
    } finally {
      process.destroyForcibly().waitFor();
      postmaster().onExit().get(20, TimeUnit.SECONDS);
    }
  }

  private int killAfterCommits(int count) throws Exception {
    Process process = ServersInAProcess.spawn(folder);
    int acknowledged = readCommits(process, count);
    process.destroyForcibly().waitFor();
    return acknowledged;
  }

  private static int readCommits(Process process, int count) throws IOException {
    BufferedReader output = process.inputReader();
    int last = 0;
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("committed ")) {
        last = Integer.parseInt(line.substring("committed ".length()));
        if (last >= count) {
          return last;
        }
      }
    }
    throw new AssertionError("the process ended after commit " + last);
  }

  private ProcessHandle postmaster() throws IOException {
    String pid = Files.readAllLines(folder.resolve("postgres/cluster/postmaster.pid")).getFirst();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private void assertRestartHolds(int acknowledged) throws Exception {
    try (PostgresServer postgres =
            PostgresServer.start(PostgresSettings.in(folder.resolve("postgres")));
        KafkaBroker kafka = KafkaBroker.start(KafkaSettings.in(folder.resolve("kafka")));
        TestTopic topic = new TestTopic(kafka.bootstrap(), "changes")) {
      postgres.verifyDurable();
      assertThat(countedIn(postgres)).isGreaterThanOrEqualTo(acknowledged);
      assertThat(topic.read(1)).containsExactly("before the kill");
      topic.send("after the kill");
      assertThat(topic.read(2)).containsExactly("before the kill", "after the kill");
    }
  }

  private static int countedIn(PostgresServer postgres) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                postgres.jdbcUrl("postgres"), postgres.username(), postgres.password());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select count(*) from counted")) {
      assertThat(result.next()).isTrue();
      return result.getInt(1);
    }
  }
}
