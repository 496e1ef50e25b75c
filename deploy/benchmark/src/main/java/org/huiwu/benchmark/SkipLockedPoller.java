package org.huiwu.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/// The relay that most would write: every 100 ms it takes what rows there are, skips those that
/// another instance has locked, produces them, deletes them and commits. In place of the platform's
/// relay, on its outbox.
final class SkipLockedPoller implements AutoCloseable {
  private static final long PERIOD_NANOS = 100_000_000;
  private static final String TAKE =
      """
      select seq, conference, payload from outbox
      order by seq limit 500 for update skip locked\
      """;

  private final Connection connection;
  private final KafkaProducer<String, byte[]> producer;
  private final FutureTask<Void> polling = new FutureTask<>(this::poll);
  private volatile boolean closing;

  SkipLockedPoller(Servers servers) throws SQLException {
    connection = servers.connect(Inside.database("venue"));
    connection.setAutoCommit(false);
    producer = Records.producer(servers);
    Thread.ofPlatform().daemon().name("poller").start(polling);
  }

  private Void poll() throws SQLException, InterruptedException, ExecutionException {
    try (var take = connection.prepareStatement(TAKE);
        var remove = connection.prepareStatement("delete from outbox where seq = any(?)")) {
      while (!closing) {
        var next = System.nanoTime() + PERIOD_NANOS;
        while (round(take, remove)) {
          // there was as much as one round may take: there may be more
        }
        LockSupport.parkNanos(next - System.nanoTime());
      }
    }
    return null;
  }

  private boolean round(PreparedStatement take, PreparedStatement remove)
      throws SQLException, InterruptedException, ExecutionException {
    List<Long> taken = new ArrayList<>();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (var rows = take.executeQuery()) {
      while (rows.next()) {
        taken.add(rows.getLong("seq"));
        sent.add(
            producer.send(
                new ProducerRecord<>(
                    OutboxArrivals.TOPIC,
                    rows.getString("conference"),
                    rows.getString("payload").getBytes(StandardCharsets.UTF_8))));
      }
    }
    for (var one : sent) {
      one.get();
    }
    if (!taken.isEmpty()) {
      remove.setArray(1, connection.createArrayOf("bigint", taken.toArray()));
      remove.executeUpdate();
    }
    connection.commit();
    return taken.size() == 500;
  }

  @Override
  public void close() throws SQLException, ExecutionException {
    closing = true;
    try {
      polling.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close();
    connection.close();
  }
}
