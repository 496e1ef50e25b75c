package org.huiwu.standalone;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.huiwu.platform.embedded.PostgresCopy;

/// A platform's data folder in one file (`.tar.gz`, readable by its user only): the databases as
/// they are at one moment, and the small files beside them (keys, passwords), which are read
/// before. The broker's topics are not in it: what they carry is said anew by `recover`.
final class Backup implements PostgresCopy.Sink, AutoCloseable {
  static final String POSTGRES = "postgres/";
  private static final int FILE_MODE = 0600;
  private static final int FOLDER_MODE = 0700;
  private static final Set<String> NOT_THESE = Set.of("kafka", "postgres");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final TarArchiveOutputStream tar;

  private Backup(OutputStream out) throws IOException {
    tar =
        new TarArchiveOutputStream(
            new GZIPOutputStream(out, 1 << 16) {
              {
                def.setLevel(Deflater.BEST_SPEED);
              }
            },
            StandardCharsets.UTF_8.name());
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
  }

  /// @param file the file to write, or a folder in which one is made
  /// @return the file
  /// @throws StartException when there is no platform in `data`, or the file exists
  static Path take(Path data, Path file) throws IOException {
    if (!Files.isDirectory(data.resolve("postgres"))) {
      throw new StartException("There is no platform's data in " + data + ".");
    }
    var target =
        Files.isDirectory(file)
            ? file.resolve("huiwu-" + STAMP.format(Clock.systemUTC().instant()) + ".tar.gz")
            : file;
    if (Files.exists(target)) {
      throw new StartException(target + " exists already; name another file.");
    }
    var draft = target.resolveSibling(target.getFileName() + ".part");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      try (var out = new BufferedOutputStream(Files.newOutputStream(draft));
          var backup = new Backup(out)) {
        backup.smallFiles(data);
        PostgresCopy.take(data.resolve("postgres"), backup);
      }
      try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      return target;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void smallFiles(Path data) throws IOException {
    add("postgres/password", data.resolve("postgres/password"));
    try (var all = Files.walk(data)) {
      for (var path : all.sorted().toList()) {
        var relative = data.relativize(path);
        if (!NOT_THESE.contains(relative.getName(0).toString()) && Files.isRegularFile(path)) {
          add(relative.toString(), path);
        }
      }
    }
  }

  @Override
  public void folder(String name) throws IOException {
    var entry = new TarArchiveEntry(POSTGRES + name + "/");
    entry.setMode(FOLDER_MODE);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  @Override
  public void file(String name, Path file) throws IOException {
    add(POSTGRES + name, file);
  }

  @Override
  public void text(String name, String content) throws IOException {
    var bytes = content.getBytes(StandardCharsets.UTF_8);
    var entry = new TarArchiveEntry(POSTGRES + name);
    entry.setMode(FILE_MODE);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  /// As long as it is when it is opened: what it loses meanwhile is written as zeros, what it gains
  /// is left out; the log that goes with it says the rest.
  private void add(String name, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      var size = Files.size(file);
      var entry = new TarArchiveEntry(name);
      entry.setMode(FILE_MODE);
      entry.setSize(size);
      tar.putArchiveEntry(entry);
      var buffer = new byte[1 << 16];
      for (var left = size; left > 0; ) {
        var most = (int) Math.min(buffer.length, left);
        var read = in.read(buffer, 0, most);
        if (read < 0) {
          java.util.Arrays.fill(buffer, (byte) 0);
          read = most;
        }
        tar.write(buffer, 0, read);
        left -= read;
      }
      tar.closeArchiveEntry();
    } catch (NoSuchFileException e) {
      if (!name.startsWith(POSTGRES)) {
        return;
      }
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
