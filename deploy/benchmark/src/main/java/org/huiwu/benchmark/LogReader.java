package org.huiwu.benchmark;

import io.debezium.embedded.Connect;
import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/// Debezium's engine embedded in this process: reads the outbox's rows out of PostgreSQL's log, and
/// produces them. A batch is acknowledged to it when Kafka has all of it.
final class LogReader implements Carrier {
  private static final long STARTS = 60;
  private static final String PUBLICATION = "huiwu_outbox";

  private final Servers servers;
  private final String slot;
  private final KafkaProducer<String, byte[]> producer;
  private final DebeziumEngine<ChangeEvent<SourceRecord, SourceRecord>> engine;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  /// As it is without being told anything that it need not be told.
  static LogReader untouched(Servers servers) throws SQLException, InterruptedException {
    return new LogReader(servers, "untouched", Map.of());
  }

  /// Looks for what has come every millisecond, in place of twice a second.
  static LogReader tuned(Servers servers) throws SQLException, InterruptedException {
    return new LogReader(
        servers, "tuned", Map.of("poll.interval.ms", "1", "max.batch.size", "500"));
  }

  private LogReader(Servers servers, String slot, Map<String, String> further)
      throws SQLException, InterruptedException {
    this.servers = servers;
    this.slot = slot;
    producer = Records.producer(servers);
    publish();
    var streams = new CountDownLatch(1);
    engine =
        DebeziumEngine.create(Connect.class)
            .using(settings(further))
            .using(
                new DebeziumEngine.ConnectorCallback() {
                  @Override
                  public void pollingStarted() {
                    streams.countDown();
                  }
                })
            .notifying(this::carry)
            .build();
    thread.execute(engine);
    if (!streams.await(STARTS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the engine does not read");
    }
    awaitSlot();
  }

  private Properties settings(Map<String, String> further) {
    var settings = new Properties();
    settings.putAll(
        Map.of(
            "name",
            slot,
            "connector.class",
            "io.debezium.connector.postgresql.PostgresConnector",
            "offset.storage",
            "org.apache.kafka.connect.storage.MemoryOffsetBackingStore",
            "database.hostname",
            "127.0.0.1",
            "database.port",
            Integer.toString(servers.postgres().port()),
            "database.user",
            servers.postgres().username(),
            "database.password",
            servers.postgres().password(),
            "database.dbname",
            Inside.database("venue"),
            "topic.prefix",
            slot));
    settings.putAll(
        Map.of(
            "plugin.name", "pgoutput",
            "slot.name", slot,
            "slot.drop.on.stop", "true",
            "publication.name", PUBLICATION,
            "publication.autocreate.mode", "disabled",
            "table.include.list", "public.outbox",
            "snapshot.mode", "no_data",
            "tombstones.on.delete", "false"));
    settings.putAll(further);
    return settings;
  }

  private void publish() throws SQLException {
    try (var connection = servers.connect(Inside.database("venue"));
        var statement = connection.createStatement()) {
      statement.execute("drop publication if exists " + PUBLICATION);
      statement.execute(
          "create publication "
              + PUBLICATION
              + " for table outbox with (publish = 'insert', publish_via_partition_root = true)");
    }
  }

  /// What is committed before the slot is read from would be no loss of the engine's.
  private void awaitSlot() throws SQLException, InterruptedException {
    try (var connection = servers.connect(Inside.database("venue"));
        var ask =
            connection.prepareStatement(
                "select 1 from pg_replication_slots where slot_name = ? and active")) {
      ask.setString(1, slot);
      for (long left = STARTS * 20; left > 0; left--) {
        try (var found = ask.executeQuery()) {
          if (found.next()) {
            return;
          }
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
    throw new IllegalStateException("the engine has no slot");
  }

  private void carry(
      List<ChangeEvent<SourceRecord, SourceRecord>> batch,
      RecordCommitter<ChangeEvent<SourceRecord, SourceRecord>> committer)
      throws InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (var event : batch) {
      if (event.value().value() instanceof Struct change
          && change.schema().field("after") != null
          && change.getStruct("after") instanceof Struct row) {
        sent.add(
            producer.send(
                new ProducerRecord<>(
                    OutboxArrivals.TOPIC,
                    row.getString("conference"),
                    row.getString("payload").getBytes(StandardCharsets.UTF_8))));
      }
    }
    try {
      for (var one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    for (var event : batch) {
      committer.markProcessed(event);
    }
    committer.markBatchFinished();
  }

  @Override
  public void close() throws IOException {
    engine.close();
    // waits until the engine has ended
    thread.close();
    producer.close();
  }
}
