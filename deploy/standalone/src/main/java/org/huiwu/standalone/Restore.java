package org.huiwu.standalone;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.huiwu.platform.embedded.PostgresServer;
import org.huiwu.platform.embedded.PostgresSettings;
import org.huiwu.platform.messaging.Reincarnation;

/// A backup back into a folder, which must be empty. The platform in it does not publish anything
/// before it has recovered: it would send with numbers that others have seen before.
final class Restore {
  private static final String FILE_MODE = "rw-------";
  private static final String FOLDER_MODE = "rwx------";

  private Restore() {}

  /// @throws StartException when the folder is not empty, or the file is no backup
  static void into(Path data, Path file) throws IOException, SQLException {
    if (!Files.isRegularFile(file)) {
      throw new StartException("There is no backup at " + file + ".");
    }
    requireEmpty(data);
    folder(data);
    try (var in = new BufferedInputStream(Files.newInputStream(file));
        var tar = new TarArchiveInputStream(new GZIPInputStream(in))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        place(tar, entry, data);
      }
    } catch (java.util.zip.ZipException e) {
      throw new StartException(file + " is no backup: " + e.getMessage(), e);
    }
    if (!Files.exists(data.resolve("postgres/cluster/PG_VERSION"))) {
      throw new StartException(file + " is no backup of a platform.");
    }
    markRestored(data);
  }

  private static void requireEmpty(Path data) throws IOException {
    if (Files.exists(data)) {
      try (var content = Files.list(data)) {
        if (content.findAny().isPresent()) {
          throw new StartException(
              data + " is not empty; a backup is restored into an empty folder.");
        }
      }
    }
  }

  private static void place(InputStream tar, TarArchiveEntry entry, Path data) throws IOException {
    var path = data.resolve(entry.getName()).normalize();
    if (!path.startsWith(data)) {
      throw new StartException("The backup names a file outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      folder(path);
      return;
    }
    var parent = path.getParent();
    if (parent != null) {
      folder(parent);
    }
    Files.createFile(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FILE_MODE)));
    try (var out = Files.newOutputStream(path)) {
      tar.transferTo(out);
    }
  }

  private static void folder(Path path) throws IOException {
    Files.createDirectories(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FOLDER_MODE)));
  }

  /// Starts the databases once, which brings them to the moment of the backup.
  private static void markRestored(Path data) throws SQLException {
    try (var postgres = PostgresServer.start(PostgresSettings.in(data.resolve("postgres")))) {
      for (var service : Service.values()) {
        try (var database = Databases.connect(postgres, service)) {
          Reincarnation.markRestored(database);
        }
      }
    }
  }
}
