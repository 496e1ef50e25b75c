package org.huiwu.platform.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connection on which an instance asks for the lease of its service's database (a session
/// advisory lock) and then holds it, and on which it hears the other instances. For one thread.
final class Lease implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Lease.class);
  private static final long KEY = 0x6875_6977_75L;

  /// A wait for notifications does not hear an interruption: hence in slices.
  private static final int SLICE_MILLIS = 100;

  private final Connection connection;

  Lease(DataSource dataSource) throws SQLException {
    connection = dataSource.getConnection();
    connection.setAutoCommit(true);
  }

  /// @return whether it is held now
  boolean acquire() throws SQLException {
    try (var lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      lock.setLong(1, KEY);
      try (var row = lock.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Hands over what the others say until the time has passed.
  void hear(long millis, Consumer<PGNotification> others)
      throws SQLException, InterruptedException {
    var wire = connection.unwrap(PGConnection.class);
    var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < end) {
      var said = wire.getNotifications(SLICE_MILLIS);
      if (said != null) {
        for (var one : said) {
          others.accept(one);
        }
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  /// Lets go of the lease; the connection goes back to the pool as it came.
  @Override
  public void close() throws SQLException {
    try {
      execute("select pg_advisory_unlock_all()");
      execute("unlisten *");
    } catch (SQLException e) {
      log.debug("the lease ended with its connection", e);
    } finally {
      connection.close();
    }
  }
}
