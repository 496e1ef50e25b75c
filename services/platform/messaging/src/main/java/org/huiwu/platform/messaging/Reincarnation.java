package org.huiwu.platform.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/// Makes one service's database, restored from a backup, the present truth: a new incarnation,
/// before which every version is old. The service must not run meanwhile; when it starts it says
/// everything anew that it owns ([Restatement]).
///
/// What the outbox held of the last hour before the backup is sent again first: changes that were
/// under way then settle as they would have, and whoever had them recognises them.
public final class Reincarnation {
  private Reincarnation() {}

  /// Marks a restored database: its messenger does not start before [#of].
  public static void markRestored(Connection database) throws SQLException {
    execute(database, "update messaging_identity set system_identifier = 'restored'");
  }

  /// @param ends how far each topic reaches: what stands there from before is not read any more
  /// @return the new incarnation
  public static int of(Connection database, Map<TopicPartition, Long> ends) throws SQLException {
    database.setAutoCommit(false);
    // before this transaction has a number: in a later snapshot it could seem to have ended, when
    // one that began after it has
    var before = text(database, "select pg_current_snapshot()::text");
    execute(
        database,
        """
        update messaging_identity set incarnation = incarnation + 1,
          system_identifier = (select system_identifier::text from pg_control_system())\
        """);
    // numbers of transactions from another cluster say nothing here
    execute(database, "update outbox set tx = '3'");
    execute(
        database,
        """
        update outbox set tx = pg_current_xact_id()
        where recorded_at > (select max(recorded_at) from outbox) - interval '1 hour'\
        """);
    try (PreparedStatement cursor =
        database.prepareStatement("update relay_cursor set snapshot = ?::pg_snapshot")) {
      cursor.setString(1, before);
      cursor.executeUpdate();
    }
    execute(database, "delete from consumer_offset");
    try (PreparedStatement insert =
        database.prepareStatement(
            "insert into consumer_offset (topic, partition, next_offset) values (?, ?, ?)")) {
      for (var end : ends.entrySet()) {
        insert.setString(1, end.getKey().topic());
        insert.setInt(2, end.getKey().partition());
        insert.setLong(3, end.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    execute(database, "delete from recovery_task");
    execute(
        database,
        """
        insert into recovery_task (conference, root)
        select conference, gen_random_uuid() from (
          select conference from answered_command union select conference from upstream_version) c\
        """);
    var incarnation =
        Integer.parseInt(text(database, "select incarnation::text from messaging_identity"));
    database.commit();
    database.setAutoCommit(true);
    return incarnation;
  }

  private static String text(Connection database, String sql) throws SQLException {
    try (var statement = database.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void execute(Connection database, String sql) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
