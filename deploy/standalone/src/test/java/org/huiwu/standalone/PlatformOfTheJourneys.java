package org.huiwu.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// One platform for all journeys of a test process: starting one costs more than walking through
/// it. It is started when first asked for and ends with the process. (A store of JUnit's would end
/// it after each class: a test process that shares the module's classes with another one is given
/// them one by one.)
///
/// @param address where it listens, healthy
/// @param oneTimePassword the file in which the platform left it; gone once it was exchanged
/// @param password the file with the password that the administrator's first journey exchanges it
///   for
/// @param scratch for what the journeys say
record PlatformOfTheJourneys(String address, Path oneTimePassword, Path password, Path scratch) {

  private static final class Kept {
    static final PlatformOfTheJourneys ONE = start();
  }

  /// The one of this process, running; its administrator has not signed in yet.
  static PlatformOfTheJourneys running() {
    return Kept.ONE;
  }

  private static PlatformOfTheJourneys start() {
    try {
      var folder = Files.createTempDirectory("huiwu-journeys");
      var data = folder.resolve("data");
      var process = new StandaloneProcess(folder, data, 0);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, folder)));
      return new PlatformOfTheJourneys(
          process.address(),
          data.resolve("administrator-password"),
          folder.resolve("password"),
          folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Also what did not become healthy in time.
  private static void end(StandaloneProcess process, Path folder) {
    try (process) {
      process.stop();
      try (var all = Files.walk(folder)) {
        for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
