package org.huiwu.platform.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A server's data folder, held by this process alone from [#claim] to [#close]. The folder is only
/// for its user (0700). The lock is the operating system's on the file `in-use`, so it goes with
/// the process however that ends; the file's content, the owner's process id, is only for the
/// message.
final class DataFolder implements AutoCloseable {

  /// Locks within one JVM: the file lock is the process's, and closing a second channel on the file
  /// would give it up.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// @param minimumFree bytes that must be free on the folder's disk
  /// @throws EmbeddedServerException if the folder cannot be written, is held by somebody else, or
  ///   its disk is full
  static DataFolder claim(String server, Path folder, long minimumFree) {
    Path path = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(path);
      path = path.toRealPath();
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw EmbeddedServerException.folderNotUsable(server, path, reason(e), e);
    }
    if (!HELD.add(path)) {
      throw EmbeddedServerException.folderTaken(server, path, "this same process");
    }
    try {
      return lock(server, path, minimumFree);
    } catch (RuntimeException e) {
      HELD.remove(path);
      throw e;
    }
  }

  private static DataFolder lock(String server, Path path, long minimumFree) {
    try {
      FileChannel channel =
          FileChannel.open(
              path.resolve("in-use"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      try {
        FileLock lock = channel.tryLock();
        if (lock == null) {
          throw EmbeddedServerException.folderTaken(server, path, "process " + read(channel));
        }
        requireSpace(server, path, minimumFree);
        channel.truncate(0);
        channel.write(
            ByteBuffer.wrap(
                Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
            0);
        return new DataFolder(path, channel);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      if (isDiskFull(e.getMessage())) {
        throw EmbeddedServerException.diskFull(server, path, reason(e), e);
      }
      throw EmbeddedServerException.folderNotUsable(server, path, reason(e), e);
    }
  }

  private static void requireSpace(String server, Path path, long minimumFree) throws IOException {
    long free = Files.getFileStore(path).getUsableSpace();
    if (free < minimumFree) {
      throw EmbeddedServerException.diskFull(
          server, path, "%d MB free, %d MB needed".formatted(free >> 20, minimumFree >> 20), null);
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer owner = ByteBuffer.allocate(20);
    channel.read(owner, 0);
    return new String(owner.array(), 0, owner.position(), StandardCharsets.US_ASCII).strip();
  }

  static boolean isDiskFull(@Nullable String message) {
    return message != null
        && (message.contains("No space left on device")
            || message.contains("Check free disk space")
            || message.contains("Disk quota exceeded"));
  }

  static String reason(IOException e) {
    if (e instanceof FileSystemException problem && problem.getReason() != null) {
      return problem.getReason();
    }
    return switch (e) {
      case java.nio.file.AccessDeniedException _ -> "permission denied";
      case java.nio.file.FileAlreadyExistsException _ -> "it is not a folder";
      case java.nio.file.NoSuchFileException _ -> "it cannot be created";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw EmbeddedServerException.folderNotUsable("The lock", path, reason(e), e);
    } finally {
      HELD.remove(path);
    }
  }
}
