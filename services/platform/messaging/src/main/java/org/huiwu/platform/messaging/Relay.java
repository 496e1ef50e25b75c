package org.huiwu.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// Carries the outbox to Kafka, in commit order within a conference, missing none.
///
/// The cursor is a *snapshot*, not a sequence number: a row belongs to this round if its
/// transaction was not visible to the last round and is visible now. A row whose number is lower
/// but whose transaction commits later is therefore never passed over. The cursor is saved only
/// after every record was acknowledged, conditional on its old value: a relay killed between send
/// and save sends again, and consumers recognise the changeset.
final class Relay {
  /// The cursor can be newer than the database after a restore from a dump.
  static final class CursorAheadException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    CursorAheadException(String message) {
      super(message);
    }
  }

  private static final String NEXT =
      """
      with s as materialized (select pg_current_snapshot() as cur)
      select s.cur::text, o.id, o.conference, o.channel, o.payload, o.recorded_at
      from s left join outbox o
        on o.tx >= pg_snapshot_xmin(?::pg_snapshot)
       and not pg_visible_in_snapshot(o.tx, ?::pg_snapshot)
      order by o.seq\
      """;
  private static final String RESEND =
      """
      select null, o.id, o.conference, o.channel, o.payload, o.recorded_at from outbox o
      where o.recorded_at > now() - make_interval(mins => ?)
        and pg_visible_in_snapshot(o.tx, ?::pg_snapshot)
      order by o.seq\
      """;

  /// A lost cursor only means sending again: no flush of its own is owed to it. The setting ends
  /// with the transaction, since the connection goes back to the pool that commands use.
  private static final String SAVE =
      """
      update relay_cursor set snapshot = ?::pg_snapshot
      where snapshot::text = ? and set_config('synchronous_commit', 'off', true) = 'off'\
      """;

  private static final int FETCH = 500;
  private static final long SAFETY_POLL_MILLIS = 50;

  private final DataSource dataSource;
  private final Producer<String, byte[]> producer;
  private final MessagingProperties properties;
  private final WakeUp wakeUp;

  Relay(
      DataSource dataSource,
      Producer<String, byte[]> producer,
      MessagingProperties properties,
      WakeUp wakeUp) {
    this.dataSource = dataSource;
    this.producer = producer;
    this.properties = properties;
    this.wakeUp = wakeUp;
  }

  /// Runs until the thread is interrupted; throws when the database or the broker fails for good.
  void run() throws SQLException, InterruptedException {
    try (var connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (var next = connection.prepareStatement(NEXT);
          var save = connection.prepareStatement(SAVE)) {
        next.setFetchSize(FETCH);
        var cursor = readCursor(connection);
        resend(connection, cursor);
        while (!Thread.currentThread().isInterrupted()) {
          cursor = round(connection, next, save, cursor);
          wakeUp.await(SAFETY_POLL_MILLIS);
        }
      }
    }
  }

  private String readCursor(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select c.snapshot::text,
                       pg_snapshot_xmax(c.snapshot) > pg_snapshot_xmax(pg_current_snapshot()) as ahead,
                       i.system_identifier <> (select system_identifier::text from pg_control_system()) as moved
                from relay_cursor c, messaging_identity i\
                """)) {
      rows.next();
      if (rows.getBoolean("ahead") || rows.getBoolean("moved")) {
        throw new CursorAheadException(
            "The outbox cursor is from another database cluster: it was restored. Run ./huiwu recover.");
      }
      var cursor = rows.getString(1);
      connection.commit();
      return cursor;
    }
  }

  private void resend(Connection connection, String cursor)
      throws SQLException, InterruptedException {
    try (var again = connection.prepareStatement(RESEND)) {
      again.setFetchSize(FETCH);
      again.setInt(1, properties.resendMinutes());
      again.setString(2, cursor);
      try (var rows = again.executeQuery()) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        while (rows.next()) {
          sent.add(send(rows));
        }
        awaitAll(sent);
      }
      connection.commit();
    }
  }

  private String round(
      Connection connection, PreparedStatement next, PreparedStatement save, String cursor)
      throws SQLException, InterruptedException {
    next.setString(1, cursor);
    next.setString(2, cursor);
    var current = cursor;
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (var rows = next.executeQuery()) {
      while (rows.next()) {
        current = rows.getString(1);
        if (rows.getObject("id") != null) {
          sent.add(send(rows));
        }
      }
    }
    if (sent.isEmpty()) {
      connection.commit();
      return cursor;
    }
    awaitAll(sent);
    save.setString(1, current);
    save.setString(2, cursor);
    if (save.executeUpdate() != 1) {
      connection.rollback();
      throw new IllegalStateException("Another relay has moved the outbox cursor; this one stops.");
    }
    connection.commit();
    return current;
  }

  private Future<RecordMetadata> send(ResultSet row) throws SQLException {
    var receipts = "receipts".equals(row.getString("channel"));
    var topic =
        receipts ? properties.receiptsTopic() : properties.changesTopic(properties.service());
    var conference = row.getString("conference");
    var headers = new RecordHeaders();
    header(headers, "ce_specversion", "1.0");
    header(headers, "ce_id", row.getString("id"));
    header(headers, "ce_source", "/huiwu/" + properties.service());
    header(
        headers, "ce_type", receipts ? "huiwu.receipt.v1" : properties.service() + ".changeset.v1");
    header(headers, "ce_subject", conference);
    header(headers, "ce_time", recordedAt(row).toString());
    header(headers, "content-type", "application/json");
    return producer.send(
        new ProducerRecord<>(
            topic,
            null,
            conference,
            row.getString("payload").getBytes(StandardCharsets.UTF_8),
            headers));
  }

  private static Instant recordedAt(ResultSet row) throws SQLException {
    return row.getTimestamp("recorded_at").toInstant();
  }

  private static void header(RecordHeaders headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static void awaitAll(List<Future<RecordMetadata>> sent) throws InterruptedException {
    for (var record : sent) {
      try {
        record.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(
            "Kafka did not take a record; the outbox keeps it.", e.getCause());
      }
    }
  }
}
