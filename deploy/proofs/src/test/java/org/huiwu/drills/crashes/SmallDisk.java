package org.huiwu.drills.crashes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A small disk in memory (tmpfs), which can be filled up and be given room again. Where the test
/// may not mount one it is skipped, and says so.
final class SmallDisk implements AutoCloseable {
  private static final int CHUNK = 1 << 16;
  private static final long SECONDS = 20;

  private final Path folder;
  private final Path ballast;

  private SmallDisk(Path folder) {
    this.folder = folder;
    this.ballast = folder.resolve("ballast");
  }

  static SmallDisk mount(Path folder, int megabytes) throws IOException {
    Files.createDirectories(folder);
    var refused =
        run(
            List.of(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=" + megabytes + "m",
                "huiwu-small",
                folder.toString()));
    assumeTrue(refused.isEmpty(), "no small disk can be mounted here: " + refused);
    return new SmallDisk(folder);
  }

  Path folder() {
    return folder;
  }

  /// Not a byte is left.
  void fill() throws IOException {
    try (var file =
        Files.newByteChannel(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (int size = CHUNK; size > 0; size /= 2) {
        var zeros = java.nio.ByteBuffer.allocate(size);
        try {
          while (true) {
            zeros.clear();
            file.write(zeros);
          }
        } catch (IOException _) {
          // full for this size; smaller ones may fit
          continue;
        }
      }
    }
  }

  void makeRoom() throws IOException {
    Files.delete(ballast);
  }

  @Override
  public void close() throws IOException {
    run(List.of("umount", "-l", folder.toString()));
  }

  /// @return what it complained of
  private static String run(List<String> command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "it takes too long";
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
    return process.exitValue() == 0 ? "" : said.isEmpty() ? "refused" : said;
  }
}
