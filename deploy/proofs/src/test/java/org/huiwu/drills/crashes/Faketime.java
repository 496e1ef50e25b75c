package org.huiwu.drills.crashes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Another clock for a process, by Debian's libfaketime (package `faketime`, or its library named
/// by `-Dhuiwu.faketime=`): the whole process's, not only that of what asks a `java.time.Clock`.
final class Faketime {
  private static final List<String> PLACES = List.of("/usr/lib", "/usr/lib64", "/usr/local/lib");
  private static final String LIBRARY = "libfaketime.so.1";

  private Faketime() {}

  /// For the process's environment; where there is no libfaketime the test is skipped, and says so.
  static Map<String, String> of(Duration ahead) throws IOException {
    var library = library();
    assumeTrue(
        library.isPresent(),
        "libfaketime is not there: apt-get install faketime, or -Dhuiwu.faketime=/path/" + LIBRARY);
    return Map.of(
        "LD_PRELOAD",
        library.orElseThrow().toString(),
        "FAKETIME",
        "%+ds".formatted(ahead.toSeconds()),
        // what is waited for by the monotonic clock is not to be shifted
        "DONT_FAKE_MONOTONIC",
        "1");
  }

  private static Optional<Path> library() throws IOException {
    var named = System.getProperty("huiwu.faketime");
    if (named != null) {
      return Optional.of(Path.of(named)).filter(Files::isReadable);
    }
    for (var place : PLACES) {
      if (Files.isDirectory(Path.of(place))) {
        try (var files = Files.find(Path.of(place), 3, (f, _) -> f.endsWith(LIBRARY))) {
          var found = files.findFirst();
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }
}
