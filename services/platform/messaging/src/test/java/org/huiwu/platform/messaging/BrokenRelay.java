package org.huiwu.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// A relay whose cursor is a number: what ADR 0003 decided against, for the gate to find out.
abstract class BrokenRelay implements Callable<Void> {

  /// `seq > last`: a lower number that becomes visible later is passed over.
  static final class BySequence extends BrokenRelay {
    BySequence(SmallService service) {
      super(
          service,
          "select seq, id, conference from outbox where seq > ? order by seq",
          "select max(seq) from outbox");
    }
  }

  /// By transaction: it misses none, but a transaction that began earlier may have committed later.
  static final class ByTransaction extends BrokenRelay {
    ByTransaction(SmallService service) {
      super(
          service,
          """
          select tx::text::bigint, id, conference from outbox
          where tx::text::bigint > ? and tx < pg_snapshot_xmin(pg_current_snapshot())
          order by tx, seq\
          """,
          "select max(tx::text::bigint) from outbox");
    }
  }

  private final SmallService service;
  private final String next;
  private final String end;
  private long cursor;

  private BrokenRelay(SmallService service, String next, String end) {
    this.service = service;
    this.next = next;
    this.end = end;
  }

  @Override
  public Void call() throws SQLException, ExecutionException, InterruptedException {
    try (var connection = service.dataSource.getConnection();
        var producer = service.kafka().producer()) {
      while (!Thread.currentThread().isInterrupted()) {
        round(connection, producer);
      }
    }
    return null;
  }

  /// Whether it believes that it has sent everything.
  boolean content() {
    var last = service.jdbc.queryForObject(end, Long.class);
    synchronized (this) {
      return last != null && cursor >= last;
    }
  }

  private synchronized void round(Connection connection, KafkaProducer<String, byte[]> producer)
      throws SQLException, ExecutionException, InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (var question = connection.prepareStatement(next)) {
      question.setLong(1, cursor);
      try (var rows = question.executeQuery()) {
        while (rows.next()) {
          cursor = rows.getLong(1);
          for (var topic :
              List.of(
                  service.properties.changesTopic("kitchen"), service.properties.ripplesTopic())) {
            sent.add(producer.send(record(topic, rows)));
          }
        }
      }
    }
    for (var one : sent) {
      one.get();
    }
  }

  private static ProducerRecord<String, byte[]> record(String topic, ResultSet row)
      throws SQLException {
    var conference = row.getString("conference");
    var headers = new RecordHeaders();
    headers.add("ce_id", row.getString("id").getBytes(StandardCharsets.UTF_8));
    headers.add("ce_source", "/huiwu/kitchen".getBytes(StandardCharsets.UTF_8));
    headers.add("ce_subject", conference.getBytes(StandardCharsets.UTF_8));
    return new ProducerRecord<>(topic, null, conference, new byte[0], headers);
  }
}
