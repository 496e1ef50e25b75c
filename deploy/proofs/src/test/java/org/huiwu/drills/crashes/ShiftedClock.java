package org.huiwu.drills.crashes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// Another time of day for a process: the whole process's, not only that of what asks a
/// `java.time.Clock`. A library of three functions, made here by the machine's C compiler, stands
/// before the C library.
///
/// Debian's libfaketime did not serve: with it a JVM takes seven times the CPU and six times as
/// long to start (measured, 0.9.10), since it passes every clock and every wait through locks of
/// its own, and shifts the threads' CPU time, too.
final class ShiftedClock {
  private static final String SOURCE = "shifted-clock.c";
  private static final long SECONDS = 60;

  private final Path library;

  private ShiftedClock(Path library) {
    this.library = library;
  }

  /// Where there is no C compiler the test is skipped, and says so.
  static ShiftedClock make(Path folder) throws IOException {
    var source = folder.resolve(SOURCE);
    try (var content =
        Objects.requireNonNull(ShiftedClock.class.getResourceAsStream(SOURCE), SOURCE)) {
      Files.copy(content, source);
    }
    var library = folder.resolve("shifted-clock.so");
    var refused = compile(source, library);
    assumeTrue(refused.isEmpty(), "no C compiler makes the shifted clock here: " + refused);
    return new ShiftedClock(library);
  }

  /// @return what it complained of
  private static String compile(Path source, Path library) throws IOException {
    try {
      var compiler =
          new ProcessBuilder(
                  List.of(
                      "cc", "-shared", "-fPIC", "-O2", "-o", library.toString(), source.toString()))
              .redirectErrorStream(true)
              .start();
      var said =
          new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      var ended = compiler.waitFor(SECONDS, TimeUnit.SECONDS);
      return ended && compiler.exitValue() == 0 ? "" : said.isEmpty() ? "refused" : said;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  /// For a process's environment.
  Map<String, String> of(Duration ahead) {
    return Map.of(
        "LD_PRELOAD", library.toString(), "HUIWU_CLOCK_AHEAD", Long.toString(ahead.toSeconds()));
  }
}
