package org.huiwu.platform.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;

/// A process of its own that holds both servers, writes a row and a record, says so, and goes on
/// committing rows until it is killed, telling the number of each after its commit.
public final class ServersInAProcess {

  private ServersInAProcess() {}

  static Process spawn(Path folder) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ServersInAProcess.class.getName(),
                folder.toString()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    PostgresServer postgres = PostgresServer.start(PostgresSettings.in(folder.resolve("postgres")));
    KafkaBroker kafka = KafkaBroker.start(KafkaSettings.in(folder.resolve("kafka")));
    try (TestTopic topic = new TestTopic(kafka.bootstrap(), "changes")) {
      topic.create();
      topic.send("before the kill");
    }
    try (Connection connection =
            DriverManager.getConnection(
                postgres.jdbcUrl("postgres"), postgres.username(), postgres.password());
        Statement statement = connection.createStatement()) {
      statement.execute("create table counted(n int)");
      for (int n = 1; ; n++) {
        statement.execute("insert into counted values (" + n + ")");
        System.out.write(("committed " + n + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
      }
    }
  }
}
