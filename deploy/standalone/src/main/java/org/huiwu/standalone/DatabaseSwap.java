package org.huiwu.standalone;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.locks.LockSupport;

/// A service's live database and the one that is to take its place under its name. The processes of
/// the service keep nothing but connections: they find the other one where they found the first.
///
/// Invariant: at every moment at most one database answers to the name, and one that has lost it is
/// never connected to again. A freeze that was cut short by a kill is mended by the next rebuild.
final class DatabaseSwap implements AutoCloseable {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final long LOOK_NANOS = 20_000_000L;
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  private final LiveDatabase live;
  private final LiveDatabase rebuilt;
  private final Connection server;
  private boolean frozen;
  private boolean exchanged;

  private DatabaseSwap(LiveDatabase live, Connection server) {
    this.live = live;
    this.rebuilt = live.sibling(live.name() + "_rebuilt");
    this.server = server;
  }

  /// Makes the empty one. What an earlier rebuild that was cut short has left behind is mended.
  static DatabaseSwap prepare(LiveDatabase live) throws SQLException {
    var server = live.maintenance().connect();
    try {
      var swap = new DatabaseSwap(live, server);
      swap.thaw();
      swap.drop();
      swap.execute("create database " + swap.rebuilt.name());
      return swap;
    } catch (SQLException | RuntimeException | Error e) {
      server.close();
      throw e;
    }
  }

  LiveDatabase rebuilt() {
    return rebuilt;
  }

  /// From here on nobody but `keeper` is connected to the live database, and nobody can be: who
  /// asks waits, as for a database that starts.
  void freeze(Connection keeper) throws SQLException {
    var own = number(keeper, "select pg_backend_pid()");
    frozen = true;
    execute("alter database " + live.name() + " allow_connections false");
    var others =
        "from pg_stat_activity where datname = '%s' and pid <> %d".formatted(live.name(), own);
    var deadline = System.nanoTime() + PATIENCE_NANOS;
    while (number(server, "select count(*) " + others) > 0) {
      execute("select pg_terminate_backend(pid) " + others);
      if (System.nanoTime() > deadline) {
        throw new StartException("Somebody stays connected to " + live + "; nothing was changed.");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /// In one transaction: the rebuilt one has the live one's name, the live one has another. Nobody
  /// may be connected to either.
  ///
  /// @return what the old one is called now; it takes no connections
  String exchange() throws SQLException {
    var kept = live.name() + "_before_" + STAMP.format(LocalDateTime.now(ZoneOffset.UTC));
    server.setAutoCommit(false);
    try {
      execute("alter database %s rename to %s".formatted(live.name(), kept));
      execute("alter database %s rename to %s".formatted(rebuilt.name(), live.name()));
      server.commit();
      exchanged = true;
      return kept;
    } catch (SQLException e) {
      server.rollback();
      throw e;
    } finally {
      server.setAutoCommit(true);
    }
  }

  private void thaw() throws SQLException {
    execute("alter database " + live.name() + " allow_connections true");
    frozen = false;
  }

  private void drop() throws SQLException {
    execute("drop database if exists " + rebuilt.name() + " with (force)");
  }

  private void execute(String sql) throws SQLException {
    try (var statement = server.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    return Databases.count(connection, sql);
  }

  /// Where there was no exchange everything is as it was.
  @Override
  public void close() throws SQLException {
    try (server) {
      if (!exchanged) {
        if (frozen) {
          thaw();
        }
        drop();
      }
    }
  }
}
