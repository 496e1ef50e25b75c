package org.huiwu.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.huiwu.benchmark.method.Arrivals;
import org.huiwu.benchmark.method.Passage;

/// The least that any such platform does: commit, produce, consume, commit. No Spring, no relay.
/// The baseline of every ratio.
final class BarePipe implements AutoCloseable {
  private static final byte[] BODY = "x".repeat(1_000).getBytes(StandardCharsets.UTF_8);
  private static final int WRITERS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(50);

  /// What becomes of a change once it is through.
  interface Then {
    void committed(int n, Passage passage) throws Exception;

    /// That was all.
    Then NOTHING = (n, passage) -> passage.ended(n, System.nanoTime());
  }

  private record Writer(Connection connection, PreparedStatement insert) {}

  private final BlockingQueue<Writer> writers = new ArrayBlockingQueue<>(WRITERS);
  private final List<Connection> connections = new ArrayList<>();
  private final Connection reader;
  private final PreparedStatement project;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final String topic;

  private BarePipe(Servers servers, String topic) throws SQLException {
    this.topic = topic;
    reader = connect(servers);
    try (var statement = reader.createStatement()) {
      statement.execute(
          "create table if not exists sent (id bigint generated always as identity primary key, body bytea)");
      statement.execute(
          "create table if not exists projected (topic text, id bigint, body bytea, primary key (topic, id))");
    }
    reader.setAutoCommit(false);
    project = reader.prepareStatement("insert into projected (topic, id, body) values (?, ?, ?)");
    for (int i = 0; i < WRITERS; i++) {
      var connection = connect(servers);
      connection.setAutoCommit(false);
      writers.add(
          new Writer(
              connection, connection.prepareStatement("insert into sent (body) values (?)")));
    }
    producer = Records.producer(servers);
    consumer = Records.consumer(servers, topic);
  }

  /// As durable as a topic that somebody has to act upon.
  static BarePipe flushed(Servers servers)
      throws SQLException, InterruptedException, ExecutionException {
    servers.createTopic("pipe", true);
    return new BarePipe(servers, "pipe");
  }

  /// As durable as the topic of the ripples.
  static BarePipe asRipples(Servers servers)
      throws SQLException, InterruptedException, ExecutionException {
    servers.createTopic("pipe.ripples", false);
    return new BarePipe(servers, "pipe.ripples");
  }

  private Connection connect(Servers servers) throws SQLException {
    var connection = servers.connect("pipe");
    connections.add(connection);
    return connection;
  }

  private void send(int n) throws SQLException, InterruptedException {
    var writer = writers.take();
    try {
      writer.insert().setBytes(1, BODY);
      writer.insert().executeUpdate();
      writer.connection().commit();
    } finally {
      writers.add(writer);
    }
    producer.send(new ProducerRecord<>(topic, Integer.toString(n), BODY));
  }

  /// What has come, all of it in one transaction.
  private List<Integer> take(Duration patience) throws SQLException {
    List<Integer> taken = new ArrayList<>();
    for (var record : consumer.poll(patience)) {
      project.setString(1, topic);
      project.setLong(2, record.offset());
      project.setBytes(3, record.value());
      project.addBatch();
      taken.add(Integer.valueOf(record.key()));
    }
    if (!taken.isEmpty()) {
      project.executeBatch();
      reader.commit();
    }
    return taken;
  }

  /// One change through the pipe, nothing else in it.
  ///
  /// @return nanoseconds from before the first commit to after the last
  long pass() throws SQLException, InterruptedException {
    var begun = System.nanoTime();
    send(0);
    while (take(PATIENCE).isEmpty()) {
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw new IllegalStateException("the bare pipe has lost a record");
      }
    }
    return System.nanoTime() - begun;
  }

  /// A block of changes through the pipe, each at its time.
  Passage run(Arrivals arrivals, Then then) throws Exception {
    var passage = new Passage(arrivals);
    var reading =
        new FutureTask<Void>(() -> {
          for (var left = arrivals.size(); left > 0; ) {
            for (var n : take(LOOK)) {
              then.committed(n, passage);
              left--;
            }
          }
          return null;
        });
    Thread.ofPlatform().daemon().name("bare-reader").start(reading);
    passage.run(WRITERS, this::send);
    if (!passage.awaitAll(PATIENCE)) {
      if (reading.isDone()) {
        reading.get();
      }
      throw new IllegalStateException("the bare pipe has lost " + passage.missing() + " records");
    }
    reading.get();
    return passage;
  }

  Passage run(Arrivals arrivals) throws Exception {
    return run(arrivals, Then.NOTHING);
  }

  @Override
  public void close() throws SQLException {
    consumer.close();
    producer.close();
    for (var connection : connections) {
      connection.close();
    }
  }
}
