package org.huiwu.benchmark;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.huiwu.platform.embedded.KafkaBroker;
import org.huiwu.platform.embedded.KafkaSettings;
import org.huiwu.platform.embedded.PostgresServer;
import org.huiwu.platform.embedded.PostgresSettings;

/// The least that any such platform does: commit, produce, consume, commit, on a database and a
/// broker of the same kind with the same durability. No Spring, no relay.
final class BarePipe implements AutoCloseable {
  private static final String TOPIC = "pipe";
  private static final String BODY = "x".repeat(1_000);

  private final PostgresServer postgres;
  private final KafkaBroker broker;
  private final Connection writer;
  private final Connection reader;
  private final PreparedStatement write;
  private final PreparedStatement project;
  private final KafkaProducer<String, String> producer;
  private final KafkaConsumer<String, String> consumer;

  BarePipe(Path folder) throws SQLException, InterruptedException, ExecutionException {
    postgres = PostgresServer.start(PostgresSettings.in(folder.resolve("postgres")));
    broker = KafkaBroker.start(KafkaSettings.in(folder.resolve("kafka")));
    postgres.createDatabaseIfAbsent("pipe");
    writer = connect();
    reader = connect();
    try (var statement = writer.createStatement()) {
      statement.execute(
          "create table sent (id bigint generated always as identity primary key, body text)");
      statement.execute("create table projected (id bigint primary key, body text)");
    }
    writer.setAutoCommit(false);
    reader.setAutoCommit(false);
    write = writer.prepareStatement("insert into sent (body) values (?)");
    project = reader.prepareStatement("insert into projected (id, body) values (?, ?)");
    var kafka = Map.<String, Object>of("bootstrap.servers", broker.bootstrap());
    try (var admin = Admin.create(kafka)) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrap(), "acks", "all", "linger.ms", "0"),
            new StringSerializer(),
            new StringSerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrap(),
                "enable.auto.commit",
                "false",
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
    consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl("pipe"), postgres.username(), postgres.password());
  }

  /// One change through the pipe.
  ///
  /// @return nanoseconds from before the first commit to after the last
  long pass() throws SQLException {
    var begun = System.nanoTime();
    write.setString(1, BODY);
    write.executeUpdate();
    writer.commit();
    producer.send(new ProducerRecord<>(TOPIC, BODY));
    while (true) {
      for (var record : consumer.poll(Duration.ofSeconds(5))) {
        project.setLong(1, record.offset());
        project.setString(
            2, new String(record.value().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        project.executeUpdate();
        reader.commit();
        return System.nanoTime() - begun;
      }
    }
  }

  @Override
  public void close() throws SQLException {
    consumer.close();
    producer.close();
    writer.close();
    reader.close();
    broker.close();
    postgres.close();
  }
}
