package org.huiwu.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.huiwu.platform.embedded.KafkaBroker;
import org.huiwu.platform.embedded.KafkaSettings;
import org.huiwu.platform.embedded.PostgresServer;
import org.huiwu.platform.embedded.PostgresSettings;

/// One PostgreSQL and one broker, durable as the standalone platform's, for what is measured and
/// for the baseline alike. Their folder is gone when they are closed.
final class Servers implements AutoCloseable {
  private final Path folder;
  private final PostgresServer postgres;
  private final KafkaBroker broker;

  private Servers(Path folder, PostgresServer postgres, KafkaBroker broker) {
    this.folder = folder;
    this.postgres = postgres;
    this.broker = broker;
  }

  static Servers start() throws IOException {
    return start(Map.of());
  }

  /// Whose log can be read by who carries an outbox out of it, too.
  static Servers startWithLogicalLog() throws IOException {
    return start(Map.of("wal_level", "logical", "max_replication_slots", "4"));
  }

  private static Servers start(Map<String, String> options) throws IOException {
    var folder = Files.createTempDirectory("huiwu-bench");
    var postgres =
        PostgresServer.start(PostgresSettings.in(folder.resolve("postgres")).withOptions(options));
    postgres.verifyDurable();
    return new Servers(
        folder, postgres, KafkaBroker.start(KafkaSettings.in(folder.resolve("kafka"))));
  }

  PostgresServer postgres() {
    return postgres;
  }

  String bootstrap() {
    return broker.bootstrap();
  }

  Connection connect(String database) throws SQLException {
    postgres.createDatabaseIfAbsent(database);
    return DriverManager.getConnection(
        postgres.jdbcUrl(database), postgres.username(), postgres.password());
  }

  /// @param flushed whether each record is on the broker's disk before it is acknowledged (topics
  ///   that somebody has to act upon), or safe in the outboxes anyway (that of the ripples)
  void createTopic(String name, boolean flushed) throws InterruptedException, ExecutionException {
    var topic = new NewTopic(name, 1, (short) 1);
    if (!flushed) {
      topic.configs(Map.of("flush.messages", Long.toString(Long.MAX_VALUE)));
    }
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
      admin.createTopics(List.of(topic)).all().get();
    }
  }

  @Override
  public void close() throws IOException {
    broker.close();
    postgres.close();
    delete(folder);
  }

  static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
