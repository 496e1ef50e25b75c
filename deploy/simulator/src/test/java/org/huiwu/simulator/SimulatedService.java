package org.huiwu.simulator;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.huiwu.platform.messaging.Messenger;
import org.huiwu.platform.messaging.MessengerSteps;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/// One service at work in the simulation: its application context, its messenger in steps, and the
/// crash that may be set for what it does next.
final class SimulatedService {
  private final Service service;
  private final ConfigurableApplicationContext context;
  private final CommitBoundaries boundaries;
  private final JdbcTemplate jdbc;
  private final List<String> topics;
  private Bus bus;
  private @Nullable MessengerSteps steps;
  private MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private int crashAfterSending = -1;
  private boolean crashedSending;
  private long relayed;
  private long publishedRow = -1;
  private final Kept kept;
  private long row;
  private long rowReadAt = -1;
  private Runnable beforeReading = () -> {};
  private Runnable beforeStarting = () -> {};

  /// @param topics those that it reads
  SimulatedService(
      Service service,
      ConfigurableApplicationContext context,
      CommitBoundaries boundaries,
      List<String> topics,
      Bus bus) {
    this.service = service;
    this.context = context;
    this.boundaries = boundaries;
    this.jdbc = context.getBean(JdbcTemplate.class);
    this.kept = new Kept(jdbc);
    this.topics = topics;
    this.bus = bus;
  }

  Service service() {
    return service;
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  CommitBoundaries boundaries() {
    return boundaries;
  }

  JdbcTemplate jdbc() {
    return jdbc;
  }

  /// The processes of its database's sessions.
  List<Long> sessions() {
    return jdbc.queryForList(
        "select pid from pg_stat_activity where datname = current_database()", Long.class);
  }

  List<String> topics() {
    return topics;
  }

  /// For defects that are planted: done before each read, and before each start after a crash.
  void plant(Runnable whenReading, Runnable whenStarting) {
    beforeReading = whenReading;
    beforeStarting = whenStarting;
  }

  /// Starts, or starts again: what the last process knew is gone.
  ///
  /// @param bus the one that it is connected to from here on
  void start(Bus bus) throws SQLException, InterruptedException {
    end();
    beforeStarting.run();
    this.bus = bus;
    consumer = new MockConsumer<>("earliest");
    for (var topic : topics) {
      consumer.updatePartitions(topic, List.of(new PartitionInfo(topic, 0, null, null, null)));
      var partition = new TopicPartition(topic, 0);
      consumer.updateBeginningOffsets(Map.of(partition, 0L));
      consumer.updateEndOffsets(Map.of(partition, bus.end(topic)));
    }
    steps = context.getBean(Messenger.class).inSteps(new ToBus(), consumer);
  }

  private void end() throws SQLException {
    if (steps != null) {
      steps.close();
      steps = null;
    }
  }

  /// Whether anything was committed since it published last, or may not be on the bus.
  boolean hasToRelay() {
    var commits = boundaries.commits();
    if (relayed >= 0 && relayed != commits && lastRow() == publishedRow) {
      relayed = commits;
    }
    return relayed != commits;
  }

  /// Numbers are also taken by what is rolled back.
  private long lastRow() {
    var begun = boundaries.begun();
    if (rowReadAt != begun) {
      row =
          jdbc.query(
              connection -> connection.prepareStatement("select last_value from outbox_seq_seq"),
              rows -> rows.next() ? rows.getLong(1) : 0L);
      rowReadAt = begun;
    }
    return row;
  }

  /// The next send is cut off when so many records are on the bus.
  void crashAfterSending(int records) {
    crashAfterSending = records;
  }

  /// @throws Crash as it was set
  void relay() throws SQLException, InterruptedException {
    var commits = boundaries.commits();
    var row = lastRow();
    running().send();
    if (crashAfterSending >= 0) {
      crashedSending = true;
      throw new Crash("after all was sent, before the cursor was saved");
    }
    relayed = commits;
    publishedRow = row;
  }

  void saveCursor() throws SQLException {
    running().saveCursor();
  }

  long position(String topic) {
    return consumer.position(new TopicPartition(topic, 0));
  }

  /// Takes in these records, of one or several topics, each topic's in order from its position on.
  void read(List<Bus.Lying> records) throws InterruptedException {
    for (var topic : topics) {
      consumer.updateEndOffsets(Map.of(new TopicPartition(topic, 0), bus.end(topic)));
    }
    records.forEach(r -> consumer.addRecord(r.record()));
    beforeReading.run();
    running().read();
  }

  /// @return whether the process has crashed since this was asked last; nothing is set any more
  boolean takeCrash() {
    var crashed = boundaries.takeCrash() | crashedSending;
    crashedSending = false;
    crashAfterSending = -1;
    return crashed;
  }

  /// Passes over whatever has not been read.
  void startAtTheEnd() {
    try {
      takeCrash();
      for (var topic : topics) {
        jdbc.update(
            "update consumer_offset set next_offset = ? where topic = ?", bus.end(topic), topic);
      }
      start(bus);
      relayed = boundaries.commits();
      publishedRow = lastRow();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Everything has been delivered: the conference as it is now can be had again.
  void keep(UUID conference) {
    kept.keep(conference);
  }

  /// The conference is as it was kept, and all of it has been delivered.
  void putBack(UUID conference) throws SQLException {
    row = kept.putBack(conference);
    rowReadAt = boundaries.begun();
    saveCursor();
    relayed = boundaries.commits();
    publishedRow = row;
  }

  /// Nothing of the conferences until now is sent or recognised again.
  void forgetSent() {
    jdbc.update("delete from outbox");
    jdbc.update("delete from inbox");
  }

  /// Deletes whatever is of any conference.
  void forgetConferences() {
    kept.empty();
  }

  /// After a crash: whatever was committed may not be on the bus.
  void forgetRelayed() {
    relayed = -1;
  }

  private MessengerSteps running() {
    if (steps == null) {
      throw new IllegalStateException(service + " does not run");
    }
    return steps;
  }

  /// Kafka's producer, as far as a relay uses it.
  private final class ToBus extends MockProducer<String, byte[]> {
    ToBus() {
      super(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
      return send(record, null);
    }

    @Override
    public synchronized Future<RecordMetadata> send(
        ProducerRecord<String, byte[]> record, @Nullable Callback callback) {
      if (crashAfterSending == 0) {
        crashedSending = true;
        throw new Crash("while it was sending");
      }
      crashAfterSending = Math.max(-1, crashAfterSending - 1);
      bus.publish(record);
      return CompletableFuture.completedFuture(
          new RecordMetadata(
              new TopicPartition(record.topic(), 0),
              bus.end(record.topic()),
              0,
              0,
              record.key().getBytes(StandardCharsets.UTF_8).length,
              record.value().length));
    }
  }
}
