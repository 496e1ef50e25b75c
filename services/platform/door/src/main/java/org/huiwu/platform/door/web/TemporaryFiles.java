package org.huiwu.platform.door.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;

/// Temporary files that name the process that made them, so that those of one that was killed can
/// be told from those in use.
public final class TemporaryFiles {
  private static final Pattern NAME = Pattern.compile("huiwu-[a-z]+-(\\d+)-(\\d+)-.*");

  private final Path folder;

  public TemporaryFiles() {
    this(Path.of(System.getProperty("java.io.tmpdir")));
  }

  TemporaryFiles(Path folder) {
    this.folder = folder;
  }

  /// @param purpose in small letters
  public Path create(String purpose) throws IOException {
    return Files.createTempFile(folder, prefix(purpose, ProcessHandle.current()), "");
  }

  /// Deletes what processes have left behind that are no more.
  public void clear(String purpose) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "huiwu-" + purpose + "-*")) {
      for (var file : files) {
        var name = NAME.matcher(file.getFileName().toString());
        if (name.matches() && !isAlive(name.group(1), name.group(2))) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  static String prefix(String purpose, ProcessHandle process) {
    return "huiwu-" + purpose + "-" + process.pid() + "-" + started(process) + "-";
  }

  /// A process of the same number that began at another time is another.
  private static boolean isAlive(String pid, String started) {
    return ProcessHandle.of(Long.parseLong(pid))
        .filter(p -> Long.toString(started(p)).equals(started))
        .isPresent();
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
