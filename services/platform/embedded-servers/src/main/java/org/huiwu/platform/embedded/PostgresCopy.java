package org.huiwu.platform.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A copy of all databases of an embedded PostgreSQL as they are at one moment, also while it runs:
/// PostgreSQL's own base backup, by its low-level interface (the embedded binaries bring no
/// `pg_basebackup`). Because it is one moment for all databases, none of them knows what another
/// one does not know yet.
public final class PostgresCopy {
  private static final String CLUSTER = "cluster";

  /// Contents that the server makes anew, or that are another's.
  private static final Set<String> EMPTIED =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map");
  private static final Pattern WAL_SEGMENT = Pattern.compile("[0-9A-F]{24}");
  private static final Pattern FIRST_SEGMENT = Pattern.compile("\\(file ([0-9A-F]{24})\\)");

  /// Where the copy goes. Names begin with `cluster`.
  public interface Sink {
    void folder(String name) throws IOException;

    /// A file that may grow or vanish while it is read: what stands there at that moment is right.
    void file(String name, Path file) throws IOException;

    void text(String name, String content) throws IOException;
  }

  private record End(String label, String tablespaces, String lastSegment) {}

  private PostgresCopy() {}

  /// @param folder the server's, see [PostgresSettings#folder]
  /// @throws EmbeddedServerException if there is no cluster, or the copy fails
  public static void take(Path folder, Sink sink) {
    var files = new PostgresFiles(folder);
    if (!Files.exists(files.cluster().resolve("PG_VERSION"))) {
      throw EmbeddedServerException.failed(
          PostgresServer.NAME, folder, "there is no cluster in it", null);
    }
    try {
      if (isRunning(files)) {
        takeRunning(files, sink);
      } else {
        try (DataFolder _ = DataFolder.claim(PostgresServer.NAME, folder, 0)) {
          PostgresProcess.endLeftOver(files.cluster());
          walk(files.cluster(), sink, Set.of());
        }
      }
    } catch (IOException e) {
      throw EmbeddedServerException.failed(PostgresServer.NAME, folder, DataFolder.reason(e), e);
    } catch (SQLException e) {
      throw EmbeddedServerException.failed(PostgresServer.NAME, folder, "" + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw EmbeddedServerException.failed(PostgresServer.NAME, folder, "interrupted", e);
    }
  }

  private static boolean isRunning(PostgresFiles files) throws IOException {
    var lines = status(files);
    return lines.size() > 7
        && lines.get(7).strip().startsWith("ready")
        && ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).isPresent();
  }

  private static List<String> status(PostgresFiles files) throws IOException {
    try {
      return Files.readAllLines(files.cluster().resolve("postmaster.pid"));
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }

  private static void takeRunning(PostgresFiles files, Sink sink) throws IOException, SQLException {
    var port = Integer.parseInt(status(files).get(3).strip());
    var url = "jdbc:postgresql://%s:%d/postgres".formatted(LocalPorts.HOST, port);
    var password = Files.readString(files.folder().resolve("password")).strip();
    // one session from start to end: the server ends the backup with it
    try (Connection session = DriverManager.getConnection(url, PostgresServer.USER, password);
        Statement statement = session.createStatement()) {
      // keeps the log's segments until the session ends
      statement.execute(
          "select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)");
      statement.execute("select pg_backup_start('huiwu', true)");
      walk(files.cluster(), sink, EMPTIED);
      var end = stop(statement);
      copyLog(files.cluster().resolve("pg_wal"), end, sink);
      sink.text(CLUSTER + "/backup_label", end.label());
      if (!end.tablespaces().isBlank()) {
        sink.text(CLUSTER + "/tablespace_map", end.tablespaces());
      }
    }
  }

  private static End stop(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "select s.labelfile, coalesce(s.spcmapfile, ''), pg_walfile_name(s.lsn) from pg_backup_stop(false) s")) {
      row.next();
      return new End(row.getString(1), row.getString(2), row.getString(3));
    }
  }

  private static void copyLog(Path log, End end, Sink sink) throws IOException {
    var first = FIRST_SEGMENT.matcher(end.label());
    if (!first.find()) {
      throw new IOException("the backup's label names no segment");
    }
    List<Path> segments;
    try (var all = Files.list(log)) {
      segments =
          all.filter(f -> WAL_SEGMENT.matcher("" + f.getFileName()).matches())
              .filter(f -> ("" + f.getFileName()).compareTo(first.group(1)) >= 0)
              .filter(f -> ("" + f.getFileName()).compareTo(end.lastSegment()) <= 0)
              .sorted()
              .toList();
    }
    for (var segment : segments) {
      sink.file(CLUSTER + "/pg_wal/" + segment.getFileName(), segment);
    }
  }

  private static void walk(Path cluster, Sink sink, Set<String> emptied) throws IOException {
    Files.walkFileTree(
        cluster,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            sink.folder(name(folder));
            if (emptied.contains(cluster.relativize(folder).toString())) {
              if (folder.endsWith("pg_wal")) {
                sink.folder(name(folder) + "/archive_status");
                sink.folder(name(folder) + "/summaries");
              }
              return FileVisitResult.SKIP_SUBTREE;
            }
            return ("" + folder.getFileName()).startsWith("pgsql_tmp")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!LEFT_OUT.contains("" + file.getFileName())) {
              try {
                sink.file(name(file), file);
              } catch (NoSuchFileException _) {
                // gone meanwhile: the log says so as well
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          private String name(Path path) {
            var relative = cluster.relativize(path).toString();
            return relative.isEmpty() ? CLUSTER : CLUSTER + "/" + relative;
          }
        });
  }
}
