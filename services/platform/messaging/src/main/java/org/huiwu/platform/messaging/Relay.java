package org.huiwu.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
/// after every record was acknowledged, when there is nothing else to do or after a second, and
/// conditional on its old value: a relay killed between send and save sends again, and consumers
/// recognise the changeset.
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

  /// Counted back from what was sent last, however long ago that was, and from when the broker was
  /// last known to hold what it had acknowledged.
  private static final String RESEND =
      """
      with last as (
        select o.recorded_at from outbox o where pg_visible_in_snapshot(o.tx, ?::pg_snapshot)
        order by o.recorded_at desc limit 1
      )
      select null, o.id, o.conference, o.channel, o.payload, o.recorded_at from outbox o, last
      where o.recorded_at
            > least(last.recorded_at, now() - make_interval(secs => ?)) - make_interval(mins => ?)
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

  /// More than this in one round goes through a cursor of the database, not through memory.
  private static final int FETCH = 500;

  private static final String PEEK = NEXT + " limit " + (FETCH + 1);
  private static final long SAFETY_POLL_MILLIS = 50;
  private static final long SAVE_NANOS = 1_000_000_000L;

  private final DataSource dataSource;
  private final Producer<String, byte[]> producer;
  private final MessagingProperties properties;
  private final WakeUp wakeUp;
  private final Duration unwatched;
  private String saved = "";

  /// @param unwatched for how long it is not known whether the broker has lost what it had
  ///   acknowledged
  Relay(
      DataSource dataSource,
      Producer<String, byte[]> producer,
      MessagingProperties properties,
      WakeUp wakeUp,
      Duration unwatched) {
    this.dataSource = dataSource;
    this.producer = producer;
    this.properties = properties;
    this.wakeUp = wakeUp;
    this.unwatched = unwatched;
  }

  /// Runs until the thread is interrupted; throws when the database or the broker fails for good.
  void run() throws SQLException, InterruptedException {
    try (var rounds = begin()) {
      while (!Thread.currentThread().isInterrupted()) {
        rounds.send();
        var woken = wakeUp.await(SAFETY_POLL_MILLIS);
        if (!woken || rounds.unsavedNanos() > SAVE_NANOS) {
          rounds.save();
        }
      }
    }
  }

  /// Reads the cursor, and sends again what may be missing.
  Rounds begin() throws SQLException, InterruptedException {
    var connection = dataSource.getConnection();
    try {
      connection.setAutoCommit(false);
      saved = readCursor(connection);
      resend(connection, saved);
      connection.setAutoCommit(true);
      return new Rounds(connection, saved);
    } catch (SQLException | InterruptedException | RuntimeException | Error e) {
      connection.close();
      throw e;
    }
  }

  /// The relay at work on a connection of its own, for one thread. What was sent and not saved is
  /// sent again by the next one.
  final class Rounds implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement peek;
    private String cursor;
    private long savedAt = System.nanoTime();

    private Rounds(Connection connection, String cursor) throws SQLException {
      this.connection = connection;
      this.cursor = cursor;
      this.peek = connection.prepareStatement(PEEK);
    }

    /// Sends what was committed since the last round.
    void send() throws SQLException, InterruptedException {
      var next = round(peek, cursor);
      cursor = next.isPresent() ? next.get() : longRound(connection, cursor);
    }

    long unsavedNanos() {
      return System.nanoTime() - savedAt;
    }

    /// Not at every round: a cursor that is behind only sends again, and a statement of its own for
    /// each change would cost every change.
    void save() throws SQLException {
      if (!cursor.equals(saved)) {
        Relay.this.save(connection, cursor);
        savedAt = System.nanoTime();
      }
    }

    @Override
    public void close() throws SQLException {
      try (connection) {
        peek.close();
      }
    }
  }

  /// @throws CursorAheadException before anything was sent or read from a restored database
  static void requireOwnCluster(DataSource dataSource) throws SQLException {
    try (var connection = dataSource.getConnection()) {
      cursor(connection);
    }
  }

  private String readCursor(Connection connection) throws SQLException {
    var cursor = cursor(connection);
    connection.commit();
    return cursor;
  }

  private static String cursor(Connection connection) throws SQLException {
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
      return rows.getString(1);
    }
  }

  private void resend(Connection connection, String cursor)
      throws SQLException, InterruptedException {
    try (var again = connection.prepareStatement(RESEND)) {
      again.setFetchSize(FETCH);
      again.setString(1, cursor);
      again.setLong(2, unwatched.toSeconds());
      again.setInt(3, properties.resendMinutes());
      again.setString(4, cursor);
      try (var rows = again.executeQuery()) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        while (rows.next()) {
          records(rows).forEach(r -> sent.add(producer.send(r)));
        }
        awaitAll(sent);
      }
      connection.commit();
    }
  }

  /// @return the new cursor; empty when there is more than one round may hold in memory, and
  ///   nothing was sent
  private Optional<String> round(PreparedStatement peek, String cursor)
      throws SQLException, InterruptedException {
    peek.setString(1, cursor);
    peek.setString(2, cursor);
    List<ProducerRecord<String, byte[]>> found = new ArrayList<>();
    var count = 0;
    var current = cursor;
    try (var rows = peek.executeQuery()) {
      while (rows.next()) {
        if (rows.getObject("id") != null) {
          current = rows.getString(1);
          found.addAll(records(rows));
          count++;
        }
      }
    }
    if (count > FETCH) {
      return Optional.empty();
    }
    awaitAll(found.stream().map(producer::send).toList());
    return Optional.of(current);
  }

  private String longRound(Connection connection, String cursor)
      throws SQLException, InterruptedException {
    connection.setAutoCommit(false);
    var current = cursor;
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (var next = connection.prepareStatement(NEXT)) {
      next.setFetchSize(FETCH);
      next.setString(1, cursor);
      next.setString(2, cursor);
      try (var rows = next.executeQuery()) {
        while (rows.next()) {
          if (rows.getObject("id") != null) {
            current = rows.getString(1);
            records(rows).forEach(r -> sent.add(producer.send(r)));
          }
        }
      }
      awaitAll(sent);
    }
    connection.commit();
    connection.setAutoCommit(true);
    return current;
  }

  private void save(Connection connection, String cursor) throws SQLException {
    try (var save = connection.prepareStatement(SAVE)) {
      save.setString(1, cursor);
      save.setString(2, saved);
      if (save.executeUpdate() != 1) {
        throw new IllegalStateException(
            "Another relay has moved the outbox cursor; this one stops.");
      }
    }
    saved = cursor;
  }

  /// What a subscriber has to act upon goes out first; everything goes to who follows the ripples.
  private List<ProducerRecord<String, byte[]>> records(ResultSet row) throws SQLException {
    var conference = row.getString("conference");
    var payload = row.getString("payload").getBytes(StandardCharsets.UTF_8);
    var headers = new RecordHeaders();
    header(headers, "ce_specversion", "1.0");
    header(headers, "ce_id", row.getString("id"));
    header(headers, "ce_source", "/huiwu/" + properties.service());
    header(headers, "ce_type", properties.service() + ".changeset.v1");
    header(headers, "ce_subject", conference);
    header(headers, "ce_time", recordedAt(row).toString());
    header(headers, "content-type", "application/json");
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    if ("changes".equals(row.getString("channel"))) {
      var topic = properties.changesTopic(properties.service());
      records.add(new ProducerRecord<>(topic, null, conference, payload, headers));
    }
    records.add(
        new ProducerRecord<>(properties.ripplesTopic(), null, conference, payload, headers));
    return records;
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
