package org.huiwu.drills.crashes;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Something that a transaction of the test's own holds in a service's database, so that a session
/// of the service comes to stand still at a known point.
final class Hold implements AutoCloseable {

  /// A service that is started comes here after half a minute on a busy machine.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// Not from `pg_stat_activity`, which a transaction sees as it was at its first look.
  private static final String WAITERS =
      "select distinct pid from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))";

  private final Connection connection;

  private Hold(Connection connection) {
    this.connection = connection;
  }

  /// @param sql takes what is held, and holds it until this is closed
  static Hold on(Connection connection, String sql, Object... arguments) throws SQLException {
    try {
      connection.setAutoCommit(false);
      try (var statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < arguments.length; i++) {
          statement.setObject(i + 1, arguments[i]);
        }
        statement.execute();
      }
      return new Hold(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// Somebody has come to where it waits for this.
  void awaitWaiter() {
    await().atMost(PATIENCE).until(() -> !waiters().isEmpty());
  }

  /// The server notices that who waited is dead: it would only when it next had something to say.
  void endWaiters() throws SQLException {
    try (var end = connection.prepareStatement("select pg_terminate_backend(?)")) {
      for (var waiter : waiters()) {
        end.setInt(1, waiter);
        end.execute();
      }
    }
    await().atMost(PATIENCE).until(() -> waiters().isEmpty());
  }

  private List<Integer> waiters() throws SQLException {
    List<Integer> pids = new ArrayList<>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(WAITERS)) {
      while (rows.next()) {
        pids.add(rows.getInt(1));
      }
    }
    return pids;
  }

  @Override
  public void close() throws SQLException {
    try {
      connection.rollback();
    } finally {
      connection.close();
    }
  }
}
